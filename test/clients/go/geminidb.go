package main

import (
	gemini "github.com/huaweicloud/huaweicloud-sdk-go-v3/services/gaussdbfornosql/v3"
	"github.com/huaweicloud/huaweicloud-sdk-go-v3/services/gaussdbfornosql/v3/model"
)

const geminiInstance = "a4d8ea2584e047439a667703c0684119in06"

type geminiChecks struct{ client *gemini.GaussDBforNoSQLClient }

func newGeminiDB(secret string) geminiChecks {
	builder := gemini.GaussDBforNoSQLClientBuilder().WithCredential(credentials(secret))
	http, err := builder.WithEndpoints([]string{urls["geminidb"]}).SafeBuild()
	if err != nil {
		panic(err)
	}
	return geminiChecks{gemini.NewGaussDBforNoSQLClient(http)}
}

func (c geminiChecks) create(name string) (*model.CreateBackResponse, error) {
	body := &model.NoSqlCreateBackupRequestBody{Name: name}
	return c.client.CreateBack(&model.CreateBackRequest{InstanceId: geminiInstance, Body: body})
}

func (c geminiChecks) statuses(id string) (string, error) {
	answer, err := c.client.ListBackups(&model.ListBackupsRequest{BackupId: &id})
	text := ""
	if err == nil {
		for _, backup := range *answer.Backups {
			text += backup.Status
		}
	}
	return text, err
}

func (c geminiChecks) setPolicy(policy model.BackupPolicy) error {
	body := &model.SetBackupPolicyRequestBody{BackupPolicy: &policy}
	_, err := c.client.SetBackupPolicy(&model.SetBackupPolicyRequest{InstanceId: geminiInstance, Body: body})
	return err
}

func (c geminiChecks) keepDays() (int32, error) {
	answer, err := c.client.ShowBackupPolicies(&model.ShowBackupPoliciesRequest{InstanceId: geminiInstance})
	if err != nil {
		return 0, err
	}
	return answer.BackupPolicy.KeepDays, nil
}

func (c geminiChecks) expectStatuses(id, wanted string) func() error {
	return func() error {
		found, err := c.statuses(id)
		return expect(err, found, wanted)
	}
}

func checkGeminiDB() {
	c := newGeminiDB(secretKey)
	backup := &model.CreateBackResponse{BackupId: to(""), JobId: to("")}
	check("GeminiDB: CreateBack, with an empty description, is 202", func() error {
		answer, err := c.create("by-go")
		if err != nil {
			return err
		}
		backup = answer
		return expect(nil, answer.HttpStatusCode, 202)
	})
	id := *backup.BackupId
	check("GeminiDB: ListBackups(id) is BUILDING at first", c.expectStatuses(id, "BUILDING"))
	finishWork()
	check("GeminiDB: ListBackups(id) is COMPLETED then", c.expectStatuses(id, "COMPLETED"))
	check("GeminiDB: ListJobs(id) is a list of one", func() error {
		answer, err := c.client.ListJobs(&model.ListJobsRequest{Id: backup.JobId})
		if err != nil {
			return err
		}
		return expect(nil, (*answer.Jobs)[0].Status, "Completed")
	})
	check("GeminiDB: CreateBack of a taken name is refused", func() error {
		_, err := c.create("by-go")
		return expectRefusal(err, 400, "DBS.201201")
	})
	check("GeminiDB: SetBackupPolicy is read back", func() error {
		policy := model.BackupPolicy{KeepDays: 35, StartTime: to("01:00-02:00"), Period: to("1,2")}
		if err := c.setPolicy(policy); err != nil {
			return err
		}
		days, err := c.keepDays()
		return expect(err, days, 35)
	})
	check("GeminiDB: SetBackupPolicy of 36 days is refused", func() error {
		policy := model.BackupPolicy{KeepDays: 36, StartTime: to("01:00-02:00"), Period: to("1")}
		return expectRefusal(c.setPolicy(policy), 400, "DBS.201106")
	})
	check("GeminiDB: DeleteBackup, and then the backup is gone", func() error {
		if _, err := c.client.DeleteBackup(&model.DeleteBackupRequest{BackupId: id}); err != nil {
			return err
		}
		finishWork()
		return c.expectStatuses(id, "")()
	})
	check("GeminiDB: a wrong secret key is refused", func() error {
		_, err := newGeminiDB("wrong").statuses(id)
		return expectRefusal(err, 401, "APIGW.0301")
	})
}
