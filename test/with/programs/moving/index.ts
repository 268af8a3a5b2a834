import type * as pulumi from "@pulumi/pulumi";
import * as dynamic from "pulumi-backup-plans";
import * as plugin from "pulumi-backup-plans/plugin";

const { FORM, PLAN, RETENTION, IMPORTED } = process.env;
const { serveravatar, dds } = FORM === "plugin" ? plugin : dynamic;
/** Back from the plugin, a program names the type that it leaves. */
const from = (type: string): pulumi.CustomResourceOptions => (FORM === "plugin" ? {} : { aliases: [{ type }] });

new serveravatar.BackupPlan(
  "nightly",
  { ...JSON.parse(`${PLAN}`), ...(RETENTION && { retentionPeriod: RETENTION }) },
  from("backup-plans:serveravatar:BackupPlan"),
);

if (IMPORTED) {
  const policy = { instanceId: IMPORTED, ...JSON.parse(`${process.env.POLICY}`) };
  new dds.BackupPolicy("policy", policy, {
    ...(FORM === "plugin" && { import: IMPORTED }),
    ...from("backup-plans:dds:BackupPolicy"),
  });
}
