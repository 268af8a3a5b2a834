import { backup } from "./backup";
import { backupPolicy } from "./policy";

export const kinds = { Backup: backup, BackupPolicy: backupPolicy };

export const instanceTypes = ["opentelekomcloud:index/rdsInstanceV3:RdsInstanceV3"];
