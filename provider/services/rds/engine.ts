import type { Context } from "../../core/kind/context";
import { discover as discoverIn } from "../otc/discover";
import { calls as backups } from "./api";
import { backup } from "./backup";
import { backupPolicy, calls as policies } from "./policy";

export const kinds = { Backup: backup, BackupPolicy: backupPolicy };

export const instanceTypes = ["opentelekomcloud:index/rdsInstanceV3:RdsInstanceV3"];

export const discover = (context: Context) => discoverIn(context, backups, policies);
