import assert from "node:assert/strict";
import { adopt } from "../../../../provider/core/recovery-points/adopt";
import type { RecoveryPoints } from "../../../../provider/core/recovery-points/recovery-points";
import type { State } from "../../../../provider/plan/state";

interface Row {
  id: string;
  state: State;
  instance: string;
}

function service(rows: Row[], listShowsAll = true): RecoveryPoints<{ name?: string }, Row> {
  const told = {
    context: { marked: false },
    service: "Trove",
    listShowsAll,
    find: async (id: string) => rows.find((row) => row.id === id),
    idOf: ({ id }: Row) => id,
    differences: ({ instance }: Row) => (instance === "db-1" ? [] : [["instance", instance]]),
    stateOf: ({ state }: Row) => state,
    outputsOf: ({ state }: Row) => ({ vendorStatus: state.toUpperCase() }),
  };
  return told as unknown as RecoveryPoints<{ name?: string }, Row>;
}

const adopted = (row: Partial<Row>, id = "21") =>
  adopt(service([{ id: "21", state: "ready", instance: "db-1", ...row }]), {}, id);

describe("core: adopt", () => {
  it("takes over what is complete and as declared", async () =>
    assert.deepEqual(await adopted({}), {
      id: "21",
      outputs: { vendorStatus: "READY", backupId: "21", state: "ready" },
    }));

  it("of an id that is not there tells what can be taken over, and both ways out", async () => {
    await assert.rejects(adopted({}, "22"), {
      message:
        "adopt: Trove has no backup 22, and only what exists can be taken over. Correct the id, or the account, project " +
        "or region that is configured; or remove adopt, and a new backup is made",
    });
    await assert.rejects(adopt(service([], false), {}, "22"), /^adopt: Trove lists no backup 22, /);
  });

  it("of one that is another thing tells what is there, and both ways out", async () =>
    assert.rejects(adopted({ instance: "db-2" }), {
      message:
        "adopt: backup 21 does not match what is declared: instance (there: db-2). Declare what is there, or correct the id",
    }));

  it("of one that the service deletes by itself tells what it is and what to do, whatever else differs", async () => {
    const expiring = {
      ...service([{ id: "21", state: "ready", instance: "db-2" }]),
      expiring: () => "an automated one",
    };
    await assert.rejects(adopt(expiring, {}, "21"), {
      message: "adopt: backup 21 is an automated one. Name another one, or remove adopt, and a new backup is made",
    });
    const fitting = { ...expiring, ...{ expiring: () => undefined, differences: () => [] } };
    const { outputs } = await adopt(fitting, {}, "21");
    assert.equal(outputs.state, "ready");
  });

  for (const [state, way] of [
    ["pending", /Run pulumi up again when it has ended$/],
    ["failed", /It will never be complete\. Name another one, or remove adopt, and a new backup is made$/],
    ["deleting", /It is being deleted\. Name another one/],
    ["unknown", /No page of the vendor has that status\. Name another one/],
  ] as const) {
    it(`of one that is ${state} tells the vendor's word, the rule and what to do`, async () =>
      assert.rejects(adopted({ state }), (error: Error) => {
        const said = `adopt: backup 21 is not complete (Trove says ${state.toUpperCase()}), and only a complete one can be taken over. `;
        assert.ok(error.message.startsWith(said), error.message);
        assert.match(error.message, way);
        return true;
      }));
  }
});
