import * as backup from "pulumi-backup-plans";
import type { Make } from "./make";

const instances = [
  "a89dab5e39394eccbdb77b19d57b0180in02",
  "b90ebc6f4a4a5fddcec88c20e68c1291in02",
  "c01fcd705b5b60eedfd99d31f79d23a2in02",
];

export const make: Make = (name, index) =>
  new backup.dds.Backup(name, { instanceId: instances[index % instances.length]! });
