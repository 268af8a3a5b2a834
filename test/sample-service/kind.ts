import type { Kind } from "../kinds/kind";
import type { Outside } from "../with/outside";
import { fields } from "./backup";

const backups = async (outside: Outside): Promise<{ id: string }[]> =>
  (await outside.control("GET", "/state")).sample.backups;

const valid = { volume: 7 };

export const kind: Kind = {
  kind: "sample:Backup",
  service: "sample",
  valid,
  state: "ready",
  place: (copy) => ({ volume: 7 + copy }),
  turns: [
    { argument: "name", to: { name: "by hand" }, effect: "replace" },
    { argument: "volume", to: { volume: 8 }, effect: "replace" },
    { argument: "triggers", to: { triggers: [1], name: "again" }, effect: "replace" },
  ],
  leaving: { keep: "stays", delete: "gone" },
  keeps: "delete keeps it",
  loss: { to: { triggers: [2] }, allow: (id) => ({ "replace-recovery-point": id }) },
  stands: async (outside) => Object.fromEntries((await backups(outside)).map((row) => [row.id, row])),
  remove: (outside, id) => outside.send("sample", "DELETE", `/backups/${id}`),
  adopt: ({ backupId }) => ({ adopt: backupId }),
  replaced: "kept",
  rules: {
    fields,
    valid,
    minimal: valid,
    full: { ...valid, name: "by hand" },
    broken: [
      { what: "is no number", property: "volume", with: { volume: "seven" }, says: "must be a whole number above 0" },
      { what: "is too long", property: "name", with: { name: "n".repeat(41) }, says: "must be 1 to 40 characters" },
    ],
    twins: [{ what: "the longest name", with: { name: "n".repeat(40) } }],
  },
  findings: [],
  canaries: { volume: 7373, name: "kanari 7f3a" },
};
