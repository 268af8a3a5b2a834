import type { Outside } from "../with/outside";
import type { Kind } from "./kind";

const instances = ["d4603f69-ec7e-4e9b-803f-600b9205576f", "44b277eb-39be-4921-be31-3d61b43651d7"];
const project = "7f1d2c3b4a5968708f9e0d1c2b3a4958";

interface Row {
  id: string;
}

export const troveKinds: Kind[] = [
  {
    kind: "trove:Backup",
    service: "trove",
    valid: { instance: instances[0] },
    place: (copy) => ({ instance: instances[copy % instances.length] }),
    turns: [
      { argument: "name", to: { name: "conformance" }, effect: "replace" },
      { argument: "description", to: { description: "changed" }, effect: "replace" },
      { argument: "incremental", to: { incremental: true }, effect: "replace" },
      { argument: "swiftContainer", to: { swiftContainer: "elsewhere" }, effect: "replace" },
      { argument: "storageDriver", to: { storageDriver: "swift" }, effect: "replace" },
      { argument: "instance", to: { instance: instances[1] }, effect: "replace" },
      { argument: "triggers", to: { triggers: [1] }, effect: "replace" },
    ],
    state: "ready",
    keeps: "delete keeps it",
    leaving: { keep: "stays", delete: "gone" },
    loss: { to: { triggers: [2] }, allow: (id) => ({ "replace-recovery-point": id }) },
    stands: async (outside: Outside) => {
      const rows = (await outside.control("GET", "/state")).trove.backups as Row[];
      return Object.fromEntries(rows.map((row) => [row.id, row]));
    },
    remove: (outside, id) => outside.send("trove", "DELETE", `/v1.0/${project}/backups/${id}`),
    adopt: ({ backupId, name }) => ({ adopt: backupId, name }),
    replaced: "kept",
  },
];
