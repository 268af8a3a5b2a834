import assert from "node:assert/strict";
import { after, before } from "mocha";
import { ownAccounts } from "../../with/host/own-accounts";
import type { Declaration } from "../../with/programs/declaration";
import { Stage } from "../../with/stage";
import { HERE, type Where } from "../../with/where";

const SOURCE = "d4603f69-ec7e-4e9b-803f-600b9205576f";

const where: Where = { ...HERE, account: (urls) => ownAccounts(urls).rackspace };

const declared = (more: object = {}): Declaration[] => [
  {
    kind: "rackspace:BackupSchedule",
    name: "nightly",
    args: {
      ...{ sourceId: { later: SOURCE }, dayOfWeek: 0, hour: 14, minute: 30 },
      ...{ fullBackupRetention: 4, onDelete: "delete", ...more },
    },
  },
];

interface Row {
  id: string;
  hour: number;
  full_backup_retention: number;
}

describe("18.3 a schedule of Rackspace through its whole life, on a real engine", () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open({}, {}, where);
  });
  after(() => stage?.close());

  const rows = async () => (await stage.control("GET", "/state")).rackspace.schedules as Row[];
  const outputs = async () => (await stage.program.state()).nightly?.outputs;

  it("its source may be unknown in preview, and it is made by up, with its next run", async () => {
    const { program } = stage;
    await program.declare(declared());
    const preview = await program.preview("--diff");
    assert.equal(preview.code, 0, preview.text);
    assert.match(preview.text, /Full Sun 14:30 UTC, else incremental: instance \(not known yet\); keeps 4 full/);
    assert.deepEqual(await stage.writes(), []);
    const up = await program.up();
    assert.equal(up.code, 0, up.text);
    const { nextRun, scheduleId, state, health } = (await outputs())!;
    assert.match(nextRun, /T14:30:00Z$/);
    assert.deepEqual([scheduleId, state, health], [(await rows())[0]!.id, "ready", "not-due-yet"]);
    const again = await program.up();
    assert.deepEqual([again.code, again.changes.unchanged], [0, 3], again.text);
  });

  it("edited outside shows as drift, and up heals it", async () => {
    const { program } = stage;
    const [{ id }] = (await rows()) as [Row];
    await stage.send("rackspace", "PUT", `/v1.0/1234/schedules/${id}`, { schedule: { hour: 3 } });
    const refresh = await program.refresh();
    assert.equal(refresh.code, 0, refresh.text);
    assert.equal((await outputs())!.hour, 3);
    const preview = await program.preview("--diff");
    assert.match(preview.text, /hour *: 3 => 14/);
    const up = await program.up();
    assert.deepEqual([up.code, up.changes.updated, (await rows())[0]!.hour], [0, 1, 14], up.text);
  });

  it("fewer full backups are refused with numbers, and done with the line that the refusal prints", async () => {
    const { program } = stage;
    await program.declare(declared({ fullBackupRetention: 1 }));
    const preview = await program.preview();
    assert.notEqual(preview.code, 0);
    assert.match(
      preview.text,
      /4 weekly full backups => 1 weekly full backup is a shorter retention, about 28 => 7 days/,
    );
    assert.ok(preview.text.includes('allow: { "shorter-retention": "1 weekly full backup" }'), preview.text);
    assert.notEqual((await program.up()).code, 0);
    assert.equal((await rows())[0]!.full_backup_retention, 4);
    const allow = { "shorter-retention": "1 weekly full backup" };
    await program.declare(declared({ fullBackupRetention: 1, allow }));
    const up = await program.up();
    assert.deepEqual([up.code, (await rows())[0]!.full_backup_retention], [0, 1], up.text);
  });

  it("destroy deletes it, as onDelete says", async () => {
    const destroyed = await stage.program.destroy();
    assert.equal(destroyed.code, 0, destroyed.text);
    assert.deepEqual([await rows(), await outputs()], [[], undefined]);
  });
});
