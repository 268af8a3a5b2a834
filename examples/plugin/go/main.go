package main

import (
	"example.com/pulumi-backup-plans/sdk/go/backupplans/dds"
	"example.com/pulumi-backup-plans/sdk/go/backupplans/serveravatar"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		// Every night: the shop's files and database, kept for a year.
		nightly, err := serveravatar.NewBackupPlan(ctx, "shop-nightly", &serveravatar.BackupPlanArgs{
			Organization:           pulumi.Int(5),
			Server:                 pulumi.Int(15),
			Type:                   serveravatar.BackupPlanTypeApplication,
			ApplicationId:          pulumi.Int(4246),
			DatabaseId:             pulumi.Int(4223),
			Provider:               serveravatar.BackupPlanProviderServeravatar,
			CloudStorageProviderId: pulumi.Int(12),
			AutomaticBackup:        pulumi.Bool(true),
			Schedule:               serveravatar.BackupPlanScheduleEveryDay,
			RetentionPeriod:        serveravatar.BackupPlanRetentionPeriodMonths12,
			ApplicationExtension:   serveravatar.BackupPlanApplicationExtensionTarGz,
			DatabaseExtension:      serveravatar.BackupPlanDatabaseExtensionSqlGz,
		})
		if err != nil {
			return err
		}

		// A recovery point for each version of the schema: when that changes, a new one is taken, and the old one is kept.
		_, err = dds.NewBackup(ctx, "before-upgrade", &dds.BackupArgs{
			InstanceId: pulumi.String("a89dab5e39394eccbdb77b19d57b0180in02"),
			Triggers:   pulumi.Array{pulumi.String("41")},
		})
		if err != nil {
			return err
		}

		ctx.Export("summary", nightly.Summary)
		return nil
	})
}
