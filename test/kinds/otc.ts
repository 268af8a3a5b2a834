import type { Outside } from "../with/outside";
import type { Args, Rules } from "./case";
import type { Finding } from "./findings";
import { instances as places } from "./instances";
import type { Kind } from "./kind";
import type { Losing } from "./losses";
import { backupRules } from "./otc/backup-rules";
import { findings } from "./otc/findings";
import { policyLosses, said } from "./otc/policy-losses";
import { policyRules } from "./otc/policy-rules";

const project = "0549b4a43100d4f32f51c01c2fe4acdb";

interface Row {
  id: string;
  instance_id: string;
  project_id: string;
}

/** The differences between the kinds of one service and those of another. */
export interface Service {
  name: string;
  instances: readonly string[];
  findings: readonly Finding[];
}

async function rows(outside: Outside, service: string, table: "backups" | "policies"): Promise<Row[]> {
  const state = await outside.control("GET", "/state");
  return (state[service][table] as Row[]).filter((row) => row.project_id === project);
}

const canaries: Args = {
  instanceId: "kanari7f3a7f3ain02",
  name: "kanari_7f3a",
  description: "kanári 7f/3a+%",
  startTime: "07:00-08:00",
  adopt: "kanari-7f3a",
};

export const backups = ({ name: service, instances, findings }: Service, rules: Rules): Kind => ({
  kind: `${service}:Backup`,
  service,
  valid: { instanceId: instances[0], description: "nightly" },
  place: (copy) => ({ instanceId: instances[copy % instances.length] }),
  turns: [
    { argument: "name", to: { name: "conformance" }, effect: "replace" },
    { argument: "description", to: { description: "changed", name: "conformance-2" }, effect: "replace" },
    { argument: "instanceId", to: { instanceId: instances[1], name: "conformance-3" }, effect: "replace" },
    { argument: "triggers", to: { triggers: [1], name: "conformance-4" }, effect: "replace" },
  ],
  state: "ready",
  keeps: "delete keeps it",
  leaving: { keep: "stays", delete: "gone" },
  loss: { to: { triggers: [2] }, allow: (id) => ({ "replace-recovery-point": id }) },
  stands: async (outside) => Object.fromEntries((await rows(outside, service, "backups")).map((row) => [row.id, row])),
  remove: (outside, id) => outside.send(service, "DELETE", `/v3/${project}/backups/${id}`),
  adopt: ({ backupId, name }) => ({ adopt: backupId, name }),
  replaced: "kept",
  rules,
  findings,
  canaries,
});

export const policies = ({ name: service, instances, findings }: Service, rules: Rules, losses: Losing): Kind => ({
  kind: `${service}:BackupPolicy`,
  service,
  valid: { instanceId: instances[0], keepDays: 14, startTime: "01:00-02:00", period: [1, 2, 3, 4, 5, 6, 7] },
  place: (copy) => ({ instanceId: instances[copy % instances.length] }),
  turns: [
    { argument: "keepDays", to: { keepDays: 30 }, effect: "update" },
    { argument: "startTime", to: { startTime: "03:00-04:00" }, effect: "update" },
    {
      argument: "period",
      to: { period: [1, 3, 5], allow: { "less-frequent": "1,3,5" } },
      effect: "update",
    },
    {
      argument: "instanceId",
      to: { instanceId: instances[1], allow: { "less-frequent": "1,3,5 (the other instance)" } },
      effect: "replace",
    },
  ],
  state: "ready",
  keeps: "delete keeps it",
  leaving: { keep: "stays", restore: "as before", disable: "off" },
  loss: { to: { keepDays: 8 }, allow: () => ({ "shorter-retention": "8 days" }) },
  stands: async (outside) =>
    Object.fromEntries((await rows(outside, service, "policies")).map((row) => [row.instance_id, row])),
  remove: { notSupported: "an instance always has a policy; what changes it outside is shown as drift" },
  adopt: { notSupported: "a creation takes over the policy that stands there" },
  replaced: "kept",
  rules,
  losses,
  findings,
  canaries,
});

/** Sets a policy behind the program's back. */
export async function setOutside(outside: Outside, { service }: Kind, instanceId: string, policy: Args): Promise<void> {
  const path = `/v3/${project}/instances/${instanceId}/backups/policy`;
  await outside.send(service, "PUT", path, { backup_policy: policy });
}

export const otcKinds: Kind[] = (["dds", "geminidb"] as const).flatMap((name) => {
  const service = { name, instances: places[name], findings: findings[name] };
  return [
    backups(service, backupRules[name]),
    policies(service, policyRules[name], policyLosses(places[name][0], said[name])),
  ];
});
