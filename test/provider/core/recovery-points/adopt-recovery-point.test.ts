import assert from "node:assert/strict";
import { adopt } from "../../../../provider/core/recovery-points/adopt";
import type { RecoveryPoints } from "../../../../provider/core/recovery-points/recovery-points";
import type { State } from "../../../../provider/plan/state";

interface Row {
  id: string;
  state: State;
}

function service(rows: Row[], listShowsAll = true): RecoveryPoints<{ name?: string }, Row> {
  const told = {
    context: { marked: false },
    service: "Trove",
    listShowsAll,
    find: async (id: string) => rows.find((row) => row.id === id),
    idOf: ({ id }: Row) => id,
    differences: () => [],
    stateOf: ({ state }: Row) => state,
    outputsOf: ({ state }: Row) => ({ vendorStatus: state.toUpperCase() }),
  };
  return told as unknown as RecoveryPoints<{ name?: string }, Row>;
}

const adopted = (state: State, id = "21") => adopt(service([{ id: "21", state }]), {}, id);

/** Conformance adopts every kind, adopt-online.test.ts what differs, adopt-automated.test.ts what expires. */
describe("core: adopt", () => {
  it("of an id that is not there tells what can be taken over, and both ways out", async () => {
    await assert.rejects(adopted("ready", "22"), {
      message:
        "adopt: Trove has no backup 22, and only what exists can be taken over. Correct the id, or the account, project " +
        "or region that is configured; or remove adopt, and a new backup is made",
    });
    await assert.rejects(adopt(service([], false), {}, "22"), /^adopt: Trove lists no backup 22, /);
  });

  for (const [state, way] of [
    ["pending", /Run pulumi up again when it has ended$/],
    ["failed", /It will never be complete\. Name another one, or remove adopt, and a new backup is made$/],
    ["deleting", /It is being deleted\. Name another one/],
    ["unknown", /No page of the vendor has that status\. Name another one/],
  ] as const) {
    it(`of one that is ${state} tells the vendor's word, the rule and what to do`, async () =>
      assert.rejects(adopted(state), (error: Error) => {
        const said = `adopt: backup 21 is not complete (Trove says ${state.toUpperCase()}), and only a complete one can be taken over. `;
        assert.ok(error.message.startsWith(said), error.message);
        assert.match(error.message, way);
        return true;
      }));
  }
});
