import assert from "node:assert/strict";
import { DoubtfulError } from "../../../../provider/core/ground/errors";
import { ledgerOf } from "../../../../provider/core/ledger/ledger";
import { createRecoveryPoint } from "../../../../provider/core/recovery-points/create";
import { Run } from "../../../../provider/core/run/run";
import { type FakeRow, fakeContext, fakeService } from "./fake-service";

const ARGS = { name: "orders-1234567" };

describe("core: createRecoveryPoint", () => {
  const old = (more: Partial<FakeRow> = {}): FakeRow => ({ id: "old", ...ARGS, state: "failed", ...more });

  it("is not refused by what has its name in a list of the last minute alone", async () => {
    const there: FakeRow[] = [];
    const looks: string[] = [];
    const service = fakeService(fakeContext([]), there, {
      list: async (_args, freshness) => {
        looks.push(freshness);
        return freshness === "lately" ? [old()] : there;
      },
    });
    assert.equal((await createRecoveryPoint(service, ARGS)).id, "made-0");
    assert.deepEqual(looks, ["lately", "now"]);
  });

  it("does not take over what has its name in a list of the last minute alone", async () => {
    const there: FakeRow[] = [];
    const lately = [old({ state: "ready", startedAt: new Date().toISOString() })];
    const service = fakeService(fakeContext([]), there, {
      list: async (_args, freshness) => (freshness === "lately" ? lately : there),
    });
    assert.equal((await createRecoveryPoint(service, ARGS)).id, "made-0");
  });

  it("takes over what has its mark, unless the state has what began later", async () => {
    const left = old({ state: "ready", startedAt: new Date(Date.now() - 60_000).toISOString() });
    const page = { kind: "dds:Backup", owner: "dev::shop::::older" };
    const service = fakeService(fakeContext([], { page }), [left], { namesAreUnique: false });
    const { id, outputs } = await createRecoveryPoint(service, ARGS);
    assert.deepEqual([id, outputs.origin], ["old", "found"]);
    const before = { inputs: {}, id: "state", since: Date.now() };
    const context = fakeContext([], { page: { ...page, before } });
    const next = await createRecoveryPoint({ ...service, context }, ARGS);
    assert.deepEqual([next.id, next.outputs.origin], ["made-1", "made"]);
  });

  it("does not take over what another resource of the program has", async () => {
    const left = old({ state: "ready", startedAt: new Date().toISOString() });
    const run = new Run();
    const service = fakeService(fakeContext([], { run }), [left], { namesAreUnique: false });
    const page = ledgerOf({ run }).page("dds:Backup", "dev::shop::::renamed");
    page.state = { stays: true, thing: "dds backup old" };
    ledgerOf({ run }).tell(page, page.state.thing);
    assert.equal((await createRecoveryPoint(service, ARGS)).id, "made-1");
  });

  for (const [what, before, why] of [
    [
      "ends where a row came that cannot be read",
      [],
      /^Trove lists odd, which cannot be read, and may be what was made/,
    ],
    ["goes on beside one that was there before", ["odd"], /^the connection broke/],
  ] as const) {
    it(`a look for what may have been made ${what}`, async () => {
      let isSent = false;
      const subject = `trove:Backup dev::shop::::${what}`;
      const service = fakeService(fakeContext([], { subject }), [], {
        service: "Trove",
        unreadable: async () => (isSent ? ["odd"] : [...before]),
        send: async () => {
          isSent = true;
          throw new DoubtfulError("the connection broke");
        },
      });
      const made = createRecoveryPoint(service, ARGS);
      await assert.rejects(
        made,
        (error: Error) => why.test(error.message) && /sends it again only where/.test(error.message),
      );
    });
  }
});
