import type { LossKind } from "../../../provider/plan/losses";
import { anotherSource, apart } from "../../kinds/asked";
import { type Args, written } from "../../kinds/case";
import { shopBackup } from "../../kinds/example-shop";
import { lossesOfAll } from "../../kinds/kinds";
import type { Declaration } from "../../with/programs/declaration";
import type { Planted } from "./planted";

/** A stored resource, and an edit of it. */
export interface Edit {
  what: string;
  stored: Planted;
  /** Nothing edited. */
  declared: Declaration;
  /** The edit, with more arguments. */
  changed: (more: Args) => Declaration;
}

interface LossEdit extends Edit {
  kind: LossKind;
  value: string;
  says: string[];
}

interface HarmlessEdit extends Edit {
  /** The arguments that it changes; none where only the way of writing differs. */
  names: string[];
}

const TROVE = "d4603f69-ec7e-4e9b-803f-600b9205576f";
const OTHER_UUID = "44b277eb-39be-4921-be31-3d61b43651d7";
const OLD_BACKUP = { lastBackupAt: "2029-12-31T02:30:00Z", finishedAt: "2029-12-31T02:30:00Z", sizeBytes: 150_323_855 };

const application = { ...shopBackup };

let count = 0;

function edit(kind: string, what: string, args: Args, change: Args, outputs: Args = {}): Edit {
  const number = ++count;
  // No two resources have one plan.
  const held = "planId" in outputs ? { ...outputs, planId: `${100 + number}` } : outputs;
  const name = `${kind.replace(":", "-").toLowerCase()}-${number}`;
  const id = `id-${number}`;
  const own = apart(kind, args, number);
  const before = written(args, own);
  // What writes the same in another way does so here, too.
  const isSame = change.organization !== undefined && `${change.organization}` === `${args.organization}`;
  const edited = {
    ...change,
    ...(isSame && { organization: `${own.organization}` }),
    ...anotherSource(change, number),
  };
  return {
    what,
    stored: { kind, name, id, args: before, outputs: held },
    declared: { kind, name, args: before },
    changed: (more) => ({ kind, name, args: written(before, { ...edited, ...more }) }),
  };
}

const ofPlans: LossEdit[] = lossesOfAll.flatMap(({ resource, stored, losses }) =>
  losses.map(({ kind, what, stored: over, with: change, value, says }) => {
    const made = edit(resource, what, written(stored, over), change, {
      planId: "21",
      health: "ok",
      lastBackupAt: "2030-01-10T02:00:00Z",
    });
    const ofItsSource = (text: string) => text.replace(`${stored.sourceId}`, `${made.stored.args.sourceId}`);
    return { ...made, kind: kind as LossKind, value: ofItsSource(value), says: says.map(ofItsSource) };
  }),
);

/** Recovery points whose replacement deletes them. */
const points: readonly [kind: string, args: Args, change: Args][] = [
  ["serveravatar:BackupPlan", { ...application, automaticBackup: false }, { applicationExtension: ".tar" }],
  ["serveravatar:Backup", application, { triggers: [2] }],
  ["trove:Backup", { instance: TROVE }, { triggers: [2] }],
  ["dds:Backup", { instanceId: "a89dab5e39394eccbdb77b19d57b0180in02" }, { triggers: [2] }],
  ["geminidb:Backup", { instanceId: "a4d8ea2584e047439a667703c0684119in06", description: "" }, { triggers: [2] }],
  ["rds:Backup", { instanceId: "dsfae23fsfdsae3435in01" }, { triggers: [2] }],
];

const ofPoints: LossEdit[] = points.map(([kind, args, change]) => {
  const deleting = { ...args, onDelete: "delete" };
  const made = edit(kind, "a replacement that deletes it", deleting, change, OLD_BACKUP);
  const { id } = made.stored;
  made.stored.outputs = { ...OLD_BACKUP, backupId: id };
  return { ...made, kind: "replace-recovery-point", value: id, says: [id, "2029-12-31T02:30:00Z", "150.3 MB"] };
});

const ofLists: LossEdit[] = points
  .filter(([kind]) => kind.endsWith(":Backup"))
  .map(([kind, args]) => {
    const made = edit(kind, "a shorter list", { ...args, keepLast: 4 }, { keepLast: 2 });
    made.stored.outputs = { ...OLD_BACKUP, backupId: made.stored.id };
    return { ...made, kind: "shorter-retention", value: "keepLast 2", says: ["all but the newest 2 of the 4"] };
  });

/** Each takes one thing away, which a preview sees. */
export const lossEdits: readonly LossEdit[] = [...ofPlans, ...ofPoints, ...ofLists];

/** Another value of each argument. Replacing a recovery point that is kept takes nothing away. */
const others: readonly (readonly [kind: string, args: Args, changes: readonly Args[]])[] = [
  [
    "serveravatar:Backup",
    application,
    [
      { organization: 6 },
      { server: 16 },
      { type: "filesystem" },
      { applicationId: 4247 },
      { databaseId: 4224 },
      { provider: "wasabi" },
      { cloudStorageProviderId: 13 },
      { retentionPeriod: "1 Month" },
      { startBackupFromNow: false, startBackup: "2099-01-31 02:30" },
      { applicationExtension: ".tar" },
      { databaseExtension: ".sql" },
      { name: "written" },
      { triggers: [1] },
      { onDelete: "delete" },
    ],
  ],
  [
    "trove:Backup",
    { instance: TROVE },
    [
      { instance: OTHER_UUID },
      { name: "written" },
      { description: "changed" },
      { parentId: OTHER_UUID },
      { incremental: true },
      { swiftContainer: "elsewhere" },
      { storageDriver: "cinder" },
      { triggers: [1] },
      { onDelete: "delete" },
    ],
  ],
  ...(["dds:Backup", "geminidb:Backup", "rds:Backup"] as const).map(
    (kind) =>
      [
        kind,
        { instanceId: "instance", description: "manual" },
        [
          { instanceId: "another" },
          { name: "written" },
          { description: "changed" },
          { triggers: [1] },
          { onDelete: "delete" },
        ],
      ] as const,
  ),
];

const UNCHANGED = /^no edit|way of writing|in another order|no longer written/;

export const harmlessEdits: readonly HarmlessEdit[] = [
  ...lossesOfAll.flatMap(({ resource, stored, harmless }) =>
    harmless.map(({ what, stored: over, with: change }) => ({
      ...edit(resource, what, written(stored, over), change, { planId: "21" }),
      names: UNCHANGED.test(what) ? [] : Object.keys(change),
    })),
  ),
  ...others.flatMap(([kind, args, changes]) =>
    changes.map((change) => {
      const made = edit(kind, Object.keys(change).join(", "), args, change);
      made.stored.outputs = { ...OLD_BACKUP, backupId: made.stored.id };
      return { ...made, names: Object.keys(change) };
    }),
  ),
];
