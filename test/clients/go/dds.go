package main

import (
	dds "github.com/huaweicloud/huaweicloud-sdk-go-v3/services/dds/v3"
	"github.com/huaweicloud/huaweicloud-sdk-go-v3/services/dds/v3/model"
)

const ddsInstance = "a89dab5e39394eccbdb77b19d57b0180in02"

type ddsChecks struct{ client *dds.DdsClient }

func newDds(secret string) ddsChecks {
	builder := dds.DdsClientBuilder().WithCredential(credentials(secret)).WithEndpoints([]string{urls["dds"]})
	http, err := builder.SafeBuild()
	if err != nil {
		panic(err)
	}
	return ddsChecks{dds.NewDdsClient(http)}
}

func (c ddsChecks) create(name string) (*model.CreateManualBackupResponse, error) {
	option := &model.CreateManualBackupOption{InstanceId: ddsInstance, Name: name, Description: to("by Go")}
	body := &model.CreateManualBackupRequestBody{Backup: option}
	return c.client.CreateManualBackup(&model.CreateManualBackupRequest{Body: body})
}

func (c ddsChecks) statuses(id string) (string, error) {
	answer, err := c.client.ListBackups(&model.ListBackupsRequest{BackupId: &id})
	text := ""
	if err == nil {
		for _, backup := range *answer.Backups {
			text += backup.Status.Value()
		}
	}
	return text, err
}

func (c ddsChecks) setPolicy(keepDays string, startTime, period *string) error {
	policy := &model.BackupPolicy{KeepDays: &keepDays, StartTime: startTime, Period: period}
	body := &model.SetBackupPolicyRequestBody{BackupPolicy: policy}
	_, err := c.client.SetBackupPolicy(&model.SetBackupPolicyRequest{InstanceId: ddsInstance, Body: body})
	return err
}

func (c ddsChecks) keepDays() (int32, error) {
	answer, err := c.client.ShowBackupPolicy(&model.ShowBackupPolicyRequest{InstanceId: ddsInstance})
	if err != nil {
		return 0, err
	}
	return answer.BackupPolicy.KeepDays, nil
}

func (c ddsChecks) expectStatuses(id, wanted string) func() error {
	return func() error {
		found, err := c.statuses(id)
		return expect(err, found, wanted)
	}
}

func checkDds() {
	c := newDds(secretKey)
	backup := &model.CreateManualBackupResponse{BackupId: to(""), JobId: to("")}
	check("DDS: CreateManualBackup is 200 with job and backup id", func() (err error) {
		answer, err := c.create("by-go")
		if err == nil {
			backup = answer
		}
		return err
	})
	id := *backup.BackupId
	check("DDS: ListBackups(id) is BUILDING at first", c.expectStatuses(id, "BUILDING"))
	check("DDS: CreateManualBackup of a busy instance is 403", func() error {
		_, err := c.create("second")
		return expectRefusal(err, 403, "DBS.200019")
	})
	finishWork()
	check("DDS: ListBackups(id) is COMPLETED then", c.expectStatuses(id, "COMPLETED"))
	check("DDS: ShowJobDetail is one job", func() error {
		answer, err := c.client.ShowJobDetail(&model.ShowJobDetailRequest{Id: *backup.JobId})
		if err != nil {
			return err
		}
		return expect(nil, answer.Job.Status, "Completed")
	})
	check("DDS: CreateManualBackup of a taken name is refused", func() error {
		_, err := c.create("by-go")
		return expectRefusal(err, 400, "DBS.201201")
	})
	check("DDS: SetBackupPolicy is read back", func() error {
		if err := c.setPolicy("9", to("23:00-00:00"), to("1,4")); err != nil {
			return err
		}
		days, err := c.keepDays()
		return expect(err, days, 9)
	})
	check("DDS: SetBackupPolicy of 733 days is refused", func() error {
		return expectRefusal(c.setPolicy("733", to("23:00-00:00"), to("1")), 400, "DBS.280214")
	})
	check("DDS: SetBackupPolicy switches off", func() error {
		if err := c.setPolicy("0", nil, nil); err != nil {
			return err
		}
		days, err := c.keepDays()
		return expect(err, days, 0)
	})
	check("DDS: DeleteManualBackup, and then the backup is gone", func() error {
		if _, err := c.client.DeleteManualBackup(&model.DeleteManualBackupRequest{BackupId: id}); err != nil {
			return err
		}
		finishWork()
		return c.expectStatuses(id, "")()
	})
	check("DDS: a wrong secret key is refused", func() error {
		_, err := newDds("wrong").statuses(id)
		return expectRefusal(err, 401, "APIGW.0301")
	})
}
