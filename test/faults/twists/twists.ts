import { setTimeout as delay } from "node:timers/promises";
import { isWrite } from "../exchange";
import { LONGEST_LOOK_MILLISECONDS } from "../provider-process";
import { shiftingPages } from "./shifting-pages";
import { changed, type Foreign, type Passing, type Twist, withFields, withRows } from "./twist";

const VENDOR_ID = /\b[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}(in\d\d)?\b/gi;
/** Of a list behind what was made: shorter than the time between two looks. */
const LAG_MILLISECONDS = 300;
const UNKNOWN_WORD = "PONDERING";

const deliveredTwice =
  (which: 0 | 1) =>
  async ({ exchange, pass }: Passing) => {
    if (!isWrite(exchange)) return pass();
    return (await Promise.all([pass(), pass()]))[which];
  };

/** Whoever sent it hears that the connection broke, before the service hears anything. */
const deliveredAfter =
  (milliseconds: number) =>
  async ({ exchange, pass, drop }: Passing) => {
    if (isWrite(exchange)) {
      drop();
      await delay(milliseconds);
    }
    return pass();
  };

/** What is not foreign is in no list until some time after it would first have been. */
function lackingList(foreign: Foreign): Twist["treat"] {
  let until: number | undefined;
  return async ({ exchange, pass }) => {
    const answered = await pass();
    if (isWrite(exchange) || (until !== undefined && Date.now() > until)) return answered;
    return changed(answered, (json) =>
      withRows(json, (rows) => {
        const shown = rows.filter(({ id }) => foreign.has(`${id}`));
        if (shown.length < rows.length) until ??= Date.now() + LAG_MILLISECONDS;
        return shown;
      }),
    );
  };
}

/** Somebody else's answer: to a creation their id, to a question by id their row. */
function anothersAnswer(foreign: Foreign): Twist["treat"] {
  return async ({ exchange, url, pass }) => {
    const [id] = foreign;
    if (id === undefined || !/\/backups/.test(url)) return pass();
    if (!isWrite(exchange)) return pass(url.replace(/(?<=\/backups\/|backup_id=)[\w-]{8,}/, id));
    if (exchange.method !== "POST") return pass();
    return withFields(await pass(), (name, value) => (name === "id" || name === "backup_id" ? like(value, id) : value));
  };
}

const like = (value: unknown, id: string) => (typeof value === "number" ? Number(id) : id);

/** Every other answer has its ids in capitals; the service takes them either way. */
function eitherCase(): Twist["treat"] {
  let answers = 0;
  return async ({ url, pass }) => {
    const answered = await pass(url.replace(VENDOR_ID, (id) => id.toLowerCase()));
    if (++answers % 2 === 0) return answered;
    return { ...answered, body: Buffer.from(answered.body.toString().replace(VENDOR_ID, (id) => id.toUpperCase())) };
  };
}

/** Null in every field of that name, wherever it stands. */
const nulled =
  (field: string): Twist["treat"] =>
  async ({ pass }) =>
    withFields(await pass(), (name, value) => (name === field ? null : value));

const unknownWord: Twist["treat"] = async ({ pass }) =>
  withFields(await pass(), (name, value) => (name === "status" && typeof value === "string" ? UNKNOWN_WORD : value));

const ways: Record<string, (foreign: Foreign) => Twist["treat"]> = {
  "delivered twice, first answer": () => deliveredTwice(0),
  "delivered twice, second answer": () => deliveredTwice(1),
  "late, within the look": () => deliveredAfter(LONGEST_LOOK_MILLISECONDS / 3),
  "late, beyond the look": () => deliveredAfter(2 * LONGEST_LOOK_MILLISECONDS),
  "a list without the row": lackingList,
  "pages that shift": shiftingPages,
  "another's answer": anothersAnswer,
  "ids in either case": eitherCase,
  "an unknown status": () => unknownWord,
};

export const twists: readonly string[] = Object.keys(ways);

/** Whether it leaves alone what only reads. */
export const isOfWrites = (name: string): boolean => /^(delivered|late)/.test(name);

/** One of them, for one life. */
export function twistOf(name: string, foreign: Foreign): Twist {
  const [, field] = /^null (\w+)$/.exec(name) ?? [];
  return { name, treat: field ? nulled(field) : ways[name]!(foreign) };
}
