import { PolicyPack } from "@pulumi/policy";
import { policies } from "pulumi-backup-plans/policy";

new PolicyPack("backup-policies", { policies: policies() });
