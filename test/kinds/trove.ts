import type { Outside } from "../with/outside";
import { WORD } from "./canaries";
import { instances } from "./instances";
import type { Kind } from "./kind";
import { findings } from "./trove/findings";
import { troveRules } from "./trove/rules";

const places = instances.trove;
const project = "7f1d2c3b4a5968708f9e0d1c2b3a4958";

interface Row {
  id: string;
}

export const troveKinds: Kind[] = [
  {
    kind: "trove:Backup",
    service: "trove",
    valid: { instance: places[0] },
    place: (copy) => ({ instance: places[copy % places.length] }),
    turns: [
      { argument: "name", to: { name: "conformance" }, effect: "replace" },
      { argument: "description", to: { description: "changed" }, effect: "replace" },
      { argument: "incremental", to: { incremental: true }, effect: "replace" },
      { argument: "swiftContainer", to: { swiftContainer: "elsewhere" }, effect: "replace" },
      { argument: "storageDriver", to: { storageDriver: "swift" }, effect: "replace" },
      { argument: "instance", to: { instance: places[1] }, effect: "replace" },
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
    rules: troveRules,
    findings,
    canaries: {
      instance: "7f3a7f3a-1111-4222-8333-444455556666",
      parentId: "7f3a7f3a-7777-4888-8999-aaaabbbbcccc",
      name: WORD,
      description: WORD,
      swiftContainer: "kanari/7f@3a+b",
      storageDriver: WORD,
      adopt: "7f3a7f3a-dddd-4eee-8fff-000011112222",
    },
  },
];
