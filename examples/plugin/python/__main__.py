import pulumi
from pulumi_backup_plans import dds, serveravatar

# Every night: the shop's files and database, kept for a year.
nightly = serveravatar.BackupPlan(
    "shop-nightly",
    organization=5,
    server=15,
    type="application",
    application_id=4246,
    database_id=4223,
    provider="serveravatar",
    cloud_storage_provider_id=12,
    automatic_backup=True,
    schedule="Every Day",
    retention_period="12 Months",
    application_extension=".tar.gz",
    database_extension=".sql.gz",
)

# A recovery point for each version of the schema: when that changes, a new one is taken, and the old one is kept.
dds.Backup("before-upgrade", instance_id="a89dab5e39394eccbdb77b19d57b0180in02", triggers=["41"])

pulumi.export("summary", nightly.summary)
