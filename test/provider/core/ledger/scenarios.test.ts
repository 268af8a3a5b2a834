import assert from "node:assert/strict";
import { World } from "../../../faults/world";
import { shopBackup, shopPlan } from "../../../kinds/example-shop";
import { useHome } from "../../../with/home";
import { Stack } from "../../../with/journeys/stack";
import type { Play, Subject } from "./play";
import { scenarios } from "./scenarios";

const instant = { ...shopBackup };
const oneOff = { ...shopBackup, automaticBackup: false };

const AGAIN = { changed: { triggers: ["v2"] }, changedAgain: { triggers: ["v3"] } };

const EDITED = { changed: { applicationExtension: ".tar" }, changedAgain: { databaseExtension: ".sql" } };

const SUBJECTS: Subject[] = [
  {
    title: "trove:Backup",
    kind: "trove:Backup",
    args: { instance: "d4603f69-ec7e-4e9b-803f-600b9205576f" },
    isPoint: true,
    ...AGAIN,
  },
  {
    title: "dds:Backup",
    kind: "dds:Backup",
    args: { instanceId: "a89dab5e39394eccbdb77b19d57b0180in02" },
    isPoint: true,
    ...AGAIN,
  },
  {
    ...{ title: "geminidb:Backup", kind: "geminidb:Backup", isPoint: true, ...AGAIN },
    args: { instanceId: "a4d8ea2584e047439a667703c0684119in06", description: "manual" },
  },
  {
    ...{ title: "serveravatar:Backup", kind: "serveravatar:Backup", args: instant, isPoint: true, ...AGAIN },
    twin: { kind: "serveravatar:BackupPlan", args: oneOff },
  },
  {
    ...{
      title: "serveravatar:BackupPlan, one run",
      kind: "serveravatar:BackupPlan",
      args: oneOff,
      isPoint: true,
      ...EDITED,
    },
    twin: { kind: "serveravatar:Backup", args: instant },
  },
  {
    ...{ title: "serveravatar:BackupPlan", kind: "serveravatar:BackupPlan", args: shopPlan, isPoint: false },
    ...EDITED,
    beside: { schedule: "Every Week" },
  },
];

interface Row {
  id: unknown;
}

describe("ledger: who has what, by what a user does", () => {
  const home = useHome();
  let world: World;
  before(async () => {
    const gone = { deleteSeconds: 0 };
    const services = { trove: gone, dds: gone, geminidb: gone, serveravatar: { undocumentedDelete: "works" } };
    world = await World.open({ buildSeconds: 0, ...services });
  });
  beforeEach(() => world.reset());
  after(() => world.close());

  async function ids({ kind, isPoint }: Subject): Promise<string[]> {
    const { serveravatar, ...others } = await world.holdings();
    const service = kind.split(":")[0] as string;
    const rows: Row[] =
      service !== "serveravatar" ? others[service].backups : isPoint ? serveravatar.runs : serveravatar.plans;
    return rows.map(({ id }) => `${id}`);
  }

  for (const subject of SUBJECTS) {
    for (const [what, scenario] of Object.entries(scenarios)) {
      it(`${subject.title}: ${what}`, async () => {
        const stack = new Stack(world);
        const before = await ids(subject);
        const play: Play = {
          stack,
          subject,
          resource: (name, more = {}) => ({ kind: subject.kind, name, args: { ...subject.args, ...more } }),
          run: (declared, options) => stack.up(declared, options),
          stored: (name) => stack.state.get(name) ?? assert.fail(`${name} is not in state`),
          forgetNotes: home.renew,
        };
        const { kept = [], gone = [], count, refused, told, last } = await scenario(play);
        const there = await ids(subject);
        const said = JSON.stringify(last);
        for (const id of kept) assert.ok(there.includes(id), `${id} is gone: ${said}`);
        for (const id of gone) assert.ok(!there.includes(id), `${id} is still there: ${said}`);
        if (count !== undefined) assert.equal(there.length - before.length, count, said);
        if (refused) assert.match(last?.errors.join("\n") ?? "", refused);
        else assert.deepEqual(last?.errors ?? [], []);
        if (told) assert.match(last?.warnings.join("\n") ?? "", told);
      });
    }
  }
});
