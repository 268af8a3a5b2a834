import { Settings } from "../../../../provider/core/configuration/settings";
import type { Context } from "../../../../provider/core/kind/context";
import type { Freshness } from "../../../../provider/core/lists/shared-rows";
import type { RecoveryPoints } from "../../../../provider/core/recovery-points/recovery-points";
import { Deadline } from "../../../../provider/core/run/deadline";
import { Run } from "../../../../provider/core/run/run";
import type { State } from "../../../../provider/plan/state";

export interface FakeRow {
  id: string;
  name: string;
  state: State;
  startedAt?: string;
}

type FakePoints = RecoveryPoints<{ name?: string }, FakeRow>;

/** A service with unique names that has these rows, and makes complete ones. */
export function fakeService(
  context: Context,
  rows: FakeRow[],
  more: Partial<Omit<FakePoints, "context">> = {},
): FakePoints {
  return {
    context,
    service: "DDS",
    noun: "dds backup",
    namesAreUnique: true,
    listShowsAll: true,
    queue: () => "instance",
    list: async (_args, _freshness: Freshness) => rows,
    find: async (id) => rows.find((row) => row.id === id),
    send: async ({ name = "" }) => {
      rows.push({ id: `made-${rows.length}`, name, state: "ready" });
      return rows.at(-1)?.id;
    },
    remove: async () => undefined,
    isBusy: () => false,
    idOf: ({ id }) => id,
    nameOf: ({ name }) => name,
    stateOf: ({ state }) => state,
    outputsOf: ({ state, startedAt }) => ({ vendorStatus: state.toUpperCase(), startedAt }),
    differences: () => [],
    ...more,
  };
}

/** Of an operation on a resource of its own; `told` gets what it tells. */
export function fakeContext(told: string[], more: Partial<Context> = {}): Context {
  const tell = (text: string) => void told.push(text);
  return {
    run: new Run(),
    log: { warn: tell, progress: tell },
    deadline: new Deadline(2_000),
    pollMilliseconds: 1,
    marked: true,
    replacing: false,
    settings: new Settings(),
    owner: "dev::shop::::orders",
    subject: "trove:Backup dev::shop::::orders",
    page: { kind: "trove:Backup", owner: "dev::shop::::orders" },
    ...more,
  } as Context;
}
