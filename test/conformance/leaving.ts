import assert from "node:assert/strict";
import type { Kind, Left } from "../kinds/kind";
import type { Host, Props } from "../with/host/host";
import { allowIn } from "../with/host/told";
import { useRuns } from "../with/host/use-runs";
import type { Where } from "../with/where";
import { changed, created, named, type Stored } from "./stored";

interface Case {
  kind: Kind;
  onDelete: string;
  left: Left;
  args: Props;
}

/** What the service has before the resource is there, and while it is. */
interface Stood {
  before: Record<string, unknown>;
  stored: Stored;
}

/** A service that has no call for it may have one where it was asked for. */
const DELETING = { serveravatar: { undocumentedDelete: "works" } };

const casesOf = (kind: Kind): Case[] =>
  Object.entries(kind.leaving).map(([onDelete, left], copy) => ({
    ...{ kind, onDelete, left },
    args: named(kind, onDelete, { ...kind.valid, ...kind.place(copy), onDelete }),
  }));

/** Each kind under each `onDelete`; a loss is tried where a replacement deletes, or where any other than "keep" is written. */
export function leaving(kinds: readonly Kind[], where?: Where): void {
  const { outside, run } = useRuns({ where, settings: DELETING });
  const stood = new Map<Case, Stood>();
  const cases = kinds.flatMap(casesOf);
  const lossy = kinds.map((kind) => cases.filter((one) => one.kind === kind)[1]!);

  run(
    ({ kind, onDelete }) => `${kind.kind}: made with onDelete "${onDelete}"`,
    cases,
    async (host, one) => {
      const before = await one.kind.stands(outside());
      stood.set(one, { before, stored: await created(host, one.kind, one.args) });
    },
  );

  run(
    ({ kind }) => `${kind.kind}: a loss is refused with the line that agrees to it`,
    lossy,
    async (host, one) => {
      const { stored } = stood.get(one)!;
      assert.deepEqual(allowIn(await refusal(host, one, stored)), one.kind.loss.allow(stored.id));
    },
  );

  run(
    ({ kind }) => `${kind.kind}: a loss that is agreed to happens`,
    lossy,
    async (host, one) => {
      const { kind, args } = one;
      const { before, stored } = stood.get(one)!;
      const [[argument, value]] = Object.entries(kind.loss.to) as [[string, unknown]];
      const allow = kind.loss.allow(stored.id);
      const now = await changed(host, kind, stored, { ...args, ...kind.loss.to, allow });
      assert.deepEqual(now.outputs[argument], value);
      if (now.id !== stored.id) assert.ok(!(stored.id in (await kind.stands(outside()))), "the old one is deleted");
      stood.set(one, { before, stored: now });
    },
  );

  run(
    ({ kind, onDelete, left }) => `${kind.kind}: with onDelete "${onDelete}" what destroy leaves is ${left}`,
    cases,
    async (host, one) => {
      const { before, stored } = stood.get(one)!;
      const made = await one.kind.stands(outside());
      await host.delete(one.kind.kind, stored.id, stored.outputs);
      const now = await one.kind.stands(outside());
      assert.notEqual(made[stored.id], undefined);
      assertLeft(one.left, ...([before, made, now].map((all) => all[stored.id]) as [unknown, unknown, unknown]));
    },
  );
}

/** The check tells of what is lost, or the comparison where it hangs on the id. */
async function refusal(host: Host, { kind, args }: Case, { id, inputs, outputs }: Stored): Promise<string> {
  const { inputs: news, failures } = await host.check(kind.kind, { ...args, ...kind.loss.to }, inputs);
  if (failures.length > 0) return failures.map(({ reason }) => reason).join("\n");
  return host.diff(kind.kind, id, outputs, news).then(
    () => assert.fail("the loss was not refused"),
    (error: Error) => error.message,
  );
}

function assertLeft(left: Left, before: unknown, made: unknown, now: unknown): void {
  if (left === "gone") assert.equal(now, undefined);
  if (left === "stays") assert.deepEqual(now, made);
  if (left === "as before") assert.deepEqual(now, before);
  if (left === "off") assert.equal((now as { keepDays: number }).keepDays, 0);
}
