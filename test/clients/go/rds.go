package main

import (
	rds "github.com/huaweicloud/huaweicloud-sdk-go-v3/services/rds/v3"
	"github.com/huaweicloud/huaweicloud-sdk-go-v3/services/rds/v3/model"
)

const (
	rdsInstance  = "d8e6ca5a624745bcb546a227aa3ae1cfin01"
	rdsSQLServer = "fa08ec7c846967ded768c449cc5c03e1in01"
)

type rdsChecks struct{ client *rds.RdsClient }

func newRds(secret string) rdsChecks {
	builder := rds.RdsClientBuilder().WithCredential(credentials(secret)).WithEndpoints([]string{urls["rds"]})
	http, err := builder.SafeBuild()
	if err != nil {
		panic(err)
	}
	return rdsChecks{rds.NewRdsClient(http)}
}

func (c rdsChecks) create(name string) (*model.BackupInfo, error) {
	body := &model.CreateManualBackupRequestBody{InstanceId: rdsInstance, Name: name, Description: to("by Go")}
	answer, err := c.client.CreateManualBackup(&model.CreateManualBackupRequest{Body: body})
	if err != nil {
		return nil, err
	}
	return answer.Backup, nil
}

func (c rdsChecks) rows(query model.ListBackupsRequest) ([]model.BackupForList, error) {
	query.InstanceId = rdsInstance
	answer, err := c.client.ListBackups(&query)
	if err != nil {
		return nil, err
	}
	return *answer.Backups, nil
}

func (c rdsChecks) setPolicy(keepDays int32, startTime, period string) error {
	policy := &model.BackupPolicy{KeepDays: keepDays, StartTime: &startTime, Period: &period}
	body := &model.SetBackupPolicyRequestBody{BackupPolicy: policy}
	_, err := c.client.SetBackupPolicy(&model.SetBackupPolicyRequest{InstanceId: rdsInstance, Body: body})
	return err
}

func (c rdsChecks) expectStatuses(id, wanted string) func() error {
	return func() error {
		rows, err := c.rows(model.ListBackupsRequest{BackupId: &id})
		found := ""
		for _, row := range rows {
			found += row.Status.Value()
		}
		return expect(err, found, wanted)
	}
}

func checkRds() {
	c := newRds(secretKey)
	backup := &model.BackupInfo{}
	check("RDS: CreateManualBackup is 200 with the backup itself", func() error {
		answer, err := c.create("by-go")
		if err != nil {
			return err
		}
		backup = answer
		return expect(nil, answer.Status.Value()+" "+answer.Type.Value()+" "+*answer.Description, "BUILDING manual by Go")
	})
	id := backup.Id
	check("RDS: ListBackups(id) is BUILDING at first", c.expectStatuses(id, "BUILDING"))
	check("RDS: CreateManualBackup of a busy instance is 409", func() error {
		_, err := c.create("second")
		return expectRefusal(err, 409, "DBS.200019")
	})
	finishWork()
	check("RDS: ListBackups(id) is COMPLETED then", c.expectStatuses(id, "COMPLETED"))
	check("RDS: ListBackups filters by the SDK's types", func() error {
		types := model.GetListBackupsRequestBackupTypeEnum()
		for kind, wanted := range map[model.ListBackupsRequestBackupType]int{types.MANUAL: 1, types.AUTO: 0, types.FRAGMENT: 0, types.INCREMENTAL: 0} {
			rows, err := c.rows(model.ListBackupsRequest{BackupType: &kind, Limit: to(int32(100))})
			if err := expect(err, len(rows), wanted); err != nil {
				return err
			}
		}
		return nil
	})
	check("RDS: CreateManualBackup of a taken name is 409", func() error {
		_, err := c.create("by-go")
		return expectRefusal(err, 409, "DBS.201201")
	})
	check("RDS: CreateManualBackup of one database of SQL Server", func() error {
		databases := &[]model.BackupDatabase{{Name: "shop"}}
		body := &model.CreateManualBackupRequestBody{InstanceId: rdsSQLServer, Name: "partial", Databases: databases}
		answer, err := c.client.CreateManualBackup(&model.CreateManualBackupRequest{Body: body})
		if err != nil {
			return err
		}
		return expect(nil, (*answer.Backup.Databases)[0].Name, "shop")
	})
	finishWork()
	check("RDS: SetBackupPolicy is read back", func() error {
		if err := c.setPolicy(732, "23:00-00:00", "1,4"); err != nil {
			return err
		}
		answer, err := c.client.ShowBackupPolicy(&model.ShowBackupPolicyRequest{InstanceId: rdsInstance})
		if err != nil {
			return err
		}
		return expect(nil, answer.BackupPolicy.KeepDays, 732)
	})
	check("RDS: SetBackupPolicy of 733 days is refused", func() error {
		return expectRefusal(c.setPolicy(733, "23:00-00:00", "1"), 400, "DBS.280250")
	})
	check("RDS: SetBackupPolicy of 0 days is refused", func() error {
		return expectRefusal(c.setPolicy(0, "23:00-00:00", "1"), 400, "DBS.280250")
	})
	check("RDS: ListInstances tells type and engine", func() error {
		answer, err := c.client.ListInstances(&model.ListInstancesRequest{Id: to(rdsInstance)})
		if err != nil {
			return err
		}
		one := (*answer.Instances)[0]
		return expect(nil, one.Status+" "+one.Type+" "+one.Datastore.Type.Value(), "ACTIVE Ha MySQL")
	})
	check("RDS: DeleteManualBackup, and then the backup is gone", func() error {
		if _, err := c.client.DeleteManualBackup(&model.DeleteManualBackupRequest{BackupId: id}); err != nil {
			return err
		}
		finishWork()
		return c.expectStatuses(id, "")()
	})
	check("RDS: a wrong secret key is refused", func() error {
		_, err := newRds("wrong").rows(model.ListBackupsRequest{})
		return expectRefusal(err, 401, "APIGW.0301")
	})
}
