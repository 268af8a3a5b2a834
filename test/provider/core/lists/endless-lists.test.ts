import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import type { Kind } from "../../../kinds/kind";
import { inOneStack as kinds } from "../../../kinds/kinds";
import { type Answered, type Passing, useGateway } from "../../../with/bent-gateway";
import { Host, ownerNamed, type Props } from "../../../with/host/host";
import { configFor } from "../../../with/host/use-host";

/** The time of an operation, and of its last list and request. */
const TIMEOUT_MINUTES = 0.08;
const MOST_MILLISECONDS = TIMEOUT_MINUTES * 60_000 + 15_000;
const PAGE_MILLISECONDS = 10;
const PAGE = 100;

/** How a list never ends, and the word for it. */
const WAYS = {
  repeats: /repeats its first \d+ rows and shows no others/,
  grows: /does not come to its end|does not end: \d+ rows so far|has more than 100000 rows/,
};
type Way = keyof typeof WAYS;

/** A page of a list that has one more, in the form of each service. */
function page(service: string, first: number, query: URLSearchParams): object {
  const rows = (row: (id: number) => object) => Array.from({ length: PAGE }, (_, each) => row(first + each));
  if (service === "serveravatar") {
    const at = Number(query.get("page") ?? 1);
    const data = rows((id) => ({ id, backup_config_id: id, status: "Completed" }));
    return { data, current_page: at, last_page: at + 1 };
  }
  const backups = rows((id) => ({ id: `${id}`, instance_id: "other", status: "COMPLETED" }));
  return { backups, links: [{ rel: "next", href: `https://trove/backups?marker=${first + PAGE}` }] };
}

describe("doubt 4: lists that never end", () => {
  const { host, urls, through, treatBy } = useGateway({
    settings: { buildSeconds: 0 },
    config: { "backup-plans:timeoutMinutes": `${TIMEOUT_MINUTES}` },
  });
  // It has read no list before.
  let later: Host;
  beforeEach(async () => {
    later = await Host.start({ config: { ...configFor(urls()), ...through() } });
  });
  afterEach(() => later.stop());

  const checked = async (of: Host, { kind, valid, place }: Kind, name: string, copy: number) =>
    (await of.check(kind, { __owner: ownerNamed(name), ...valid, ...place(copy) })).inputs;

  /** From now on, or from the first request that creates something; that one is left without an answer. */
  function endless(way: Way, from: "now" | "the creation"): void {
    let isEndless = from === "now";
    let asked = 0;
    treatBy(async ({ service, method, path }: Passing, pass): Promise<Answered> => {
      const { pathname, searchParams } = new URL(path, "http://service");
      if (!pathname.endsWith("/backups")) return pass();
      if (method === "POST" && from === "the creation") {
        isEndless = true;
        return { status: 504, headers: {}, body: "" };
      }
      if (!isEndless || method !== "GET") return pass();
      await sleep(PAGE_MILLISECONDS);
      const body = JSON.stringify(page(service, way === "repeats" ? 1 : 1 + PAGE * asked++, searchParams));
      return { status: 200, headers: { "content-type": "application/json" }, body };
    });
  }

  /** Every kind ends in time; the one that reads a whole list says why. */
  async function end(act: (kind: Kind) => Promise<unknown>, way: Way, reads: (kind: Kind) => boolean): Promise<void> {
    const one = async (each: Kind) => {
      const began = Date.now();
      const message = await act(each).then(
        () => "done",
        (error: Error) => error.message,
      );
      assert.ok(Date.now() - began < MOST_MILLISECONDS, `${each.kind}: ${Date.now() - began} ms`);
      assert.match(message, reads(each) ? WAYS[way] : /^done$/, `${each.kind}: ${message}`);
    };
    await Promise.all(kinds.map(one));
  }

  // A policy is set without a look at backups, and asks for the newest ones alone.
  const isPolicy = ({ kind }: Kind) => kind.endsWith("Policy");

  const made = new Map<Kind, { id: string; properties: Props }>();
  before(async () => {
    for (const each of kinds) made.set(each, await host().create(each.kind, await checked(host(), each, "there", 0)));
  });

  for (const way of Object.keys(WAYS) as Way[]) {
    it(`${way}: a refresh of every kind ends`, async () => {
      endless(way, "now");
      const refresh = (each: Kind) => later.read(each.kind, made.get(each)!.id, made.get(each)!.properties);
      // Trove shows one backup by its id.
      await end(refresh, way, (each) => !isPolicy(each) && each.kind !== "trove:Backup");
    }).timeout(2 * MOST_MILLISECONDS);

    for (const from of ["now", "the creation"] as const) {
      it(`${way} from ${from} on: a creation of every kind ends`, async () => {
        const inputs = new Map<Kind, Props>();
        for (const each of kinds) inputs.set(each, await checked(later, each, `new-${way}-${from}`, 1));
        endless(way, from);
        await end(
          (each) => later.create(each.kind, inputs.get(each)!),
          way,
          (each) => !isPolicy(each),
        );
      }).timeout(2 * MOST_MILLISECONDS);
    }
  }
});
