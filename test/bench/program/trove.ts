import * as backup from "pulumi-backup-plans";
import type { Make } from "./make";

const instances = [
  "d4603f69-ec7e-4e9b-803f-600b9205576f",
  "44b277eb-39be-4921-be31-3d61b43651d7",
  "33333333-3333-4333-8333-333333333333",
];

export const make: Make = (name, index) =>
  new backup.trove.Backup(name, { instance: instances[index % instances.length]! });
