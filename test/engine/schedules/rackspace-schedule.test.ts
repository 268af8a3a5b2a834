import assert from "node:assert/strict";
import { after, before } from "mocha";
import { ownAccounts } from "../../with/host/own-accounts";
import type { Declaration } from "../../with/programs/declaration";
import { Stage } from "../../with/stage";
import { HERE, type Where } from "../../with/where";

const SOURCE = "d4603f69-ec7e-4e9b-803f-600b9205576f";

const where: Where = { ...HERE, account: (urls) => ownAccounts(urls).rackspace };

const declared: Declaration[] = [
  {
    kind: "rackspace:BackupSchedule",
    name: "nightly",
    args: {
      ...{ sourceId: { later: SOURCE }, dayOfWeek: 0, hour: 14, minute: 30 },
      ...{ fullBackupRetention: 4, onDelete: "delete" },
    },
  },
];

interface Row {
  id: string;
}

describe("18.3 a schedule of Rackspace whose source is not known yet, on a real engine", () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open({}, {}, where);
  });
  after(() => stage?.close());

  const rows = async () => (await stage.control("GET", "/state")).rackspace.schedules as Row[];
  const outputs = async () => (await stage.program.state()).nightly?.outputs;

  it("its source may be unknown in preview, and it is made by up, with its next run", async () => {
    const { program } = stage;
    await program.declare(declared);
    const preview = await program.preview("--diff");
    assert.equal(preview.code, 0, preview.text);
    assert.match(preview.text, /Full Sun 14:30 UTC, else incremental: instance \(not known yet\); keeps 4 full/);
    assert.deepEqual(await stage.writes(), []);
    const up = await program.up();
    assert.equal(up.code, 0, up.text);
    const { nextRun, scheduleId, state, health } = (await outputs())!;
    assert.match(nextRun, /T14:30:00Z$/);
    assert.deepEqual([scheduleId, state, health], [(await rows())[0]!.id, "ready", "not-due-yet"]);
  });

  it("destroy deletes it, as onDelete says", async () => {
    const destroyed = await stage.program.destroy();
    assert.equal(destroyed.code, 0, destroyed.text);
    assert.deepEqual([await rows(), await outputs()], [[], undefined]);
  });
});
