import type { Outside } from "../../with/outside";
import { instances } from "../instances";
import type { Kind } from "../kind";
import { scheduleFindings } from "./findings";
import { scheduleLosses } from "./losses";
import { scheduleRules } from "./rules";

const places = instances.trove;
const account = "1234";

interface Row {
  id: string;
}

const DAILY = "3 daily full backups";

export const rackspaceKinds: Kind[] = [
  {
    kind: "rackspace:BackupSchedule",
    service: "rackspace",
    valid: { sourceId: places[0], dayOfWeek: 0, hour: 14, minute: 30 },
    place: (copy) => ({ sourceId: places[copy % places.length] }),
    turns: [
      { argument: "hour", to: { hour: 4 }, effect: "update" },
      { argument: "minute", to: { minute: 0 }, effect: "update" },
      { argument: "fullBackupRetention", to: { fullBackupRetention: 3 }, effect: "update" },
      {
        argument: "dayOfWeek",
        to: { dayOfWeek: 7, allow: { "shorter-retention": DAILY } },
        effect: "update",
      },
      {
        argument: "sourceId",
        to: {
          sourceId: places[1],
          allow: { "shorter-retention": DAILY, "leave-running": `instance ${places[0]}` },
        },
        effect: "replace",
      },
    ],
    state: "ready",
    keeps: "delete leaves it running",
    leaving: { keep: "stays", delete: "gone" },
    loss: {
      to: { fullBackupRetention: 1 },
      allow: () => ({ "shorter-retention": "1 weekly full backup" }),
    },
    stands: async (outside: Outside) => {
      const rows = (await outside.control("GET", "/state")).rackspace.schedules as Row[];
      return Object.fromEntries(rows.map((row) => [row.id, row]));
    },
    remove: (outside, id) => outside.send("rackspace", "DELETE", `/v1.0/${account}/schedules/${id}`),
    adopt: ({ scheduleId }) => ({ adopt: scheduleId }),
    replaced: "kept by adopt",
    rules: scheduleRules,
    losses: scheduleLosses,
    findings: scheduleFindings,
    canaries: {
      sourceId: "7f3a7f3a-1111-4222-8333-444455556666",
      adopt: "7f3a7f3a-dddd-4eee-8fff-000011112222",
    },
  },
];
