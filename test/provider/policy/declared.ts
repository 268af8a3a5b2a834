import { shopPlan } from "../../kinds/example-shop";
import type { Declaration } from "../../with/programs/declaration";

const application = { ...shopPlan };

export const plan = (name: string, args: object = {}): Declaration => ({
  kind: "serveravatar:BackupPlan",
  name,
  args: { ...application, ...args },
});

export const instance = (kind: string, name: string, args: object = {}): Declaration => ({ kind, name, args });

export const policyFor = (of: string, args: object = {}): Declaration => ({
  kind: "dds:BackupPolicy",
  name: `${of}-policy`,
  args: { instanceId: { idOf: of }, keepDays: 7, startTime: "01:00-02:00", period: [1, 2, 3, 4, 5, 6, 7], ...args },
});

export const point = (name: string, args: object): Declaration => ({ kind: "trove:Backup", name, args });
