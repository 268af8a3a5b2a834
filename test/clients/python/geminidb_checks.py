from checks import check, expect, finish_work
from huawei import connect, credentials, expect_refusal
from huaweicloudsdkgaussdbfornosql.v3 import (
    BackupPolicy,
    CreateBackRequest,
    DeleteBackupRequest,
    GaussDBforNoSQLClient,
    ListBackupsRequest,
    ListInstancesRequest,
    ListJobsRequest,
    NoSqlCreateBackupRequestBody,
    SetBackupPolicyRequest,
    SetBackupPolicyRequestBody,
    ShowAllInstancesBackupsNewRequest,
    ShowBackupPoliciesRequest,
    ShowBackupPolicyRequest,
)

INSTANCE = "a4d8ea2584e047439a667703c0684119in06"
OTHER_PROJECT = "054e292c9880d4992f02c0196d3ea468"
gemini = connect(GaussDBforNoSQLClient, "geminidb")


def create(name, client=gemini, description="manual backup"):
    body = NoSqlCreateBackupRequestBody(name=name, description=description)
    return client.create_back(CreateBackRequest(instance_id=INSTANCE, body=body))


def rows(client=gemini, **query):
    return client.list_backups(ListBackupsRequest(**query)).backups


def created():
    answer = create("backup-4f57")
    expect(answer.status_code, 202)
    return answer


backup = check("create_back is 202 with job and backup id", created)
check("list_backups (v4) is BUILDING at first", lambda: expect(rows(backup_id=backup.backup_id)[0].status, "BUILDING"))
check("create_back of a busy instance is 403", lambda: expect_refusal(lambda: create("second"), 403, "DBS.200019"))
finish_work()


def finished():
    found = rows(backup_id=backup.backup_id)[0]
    expect((found.status, found.type, found.size), ("COMPLETED", "Manual", 2803))


check("list_backups (v4) is COMPLETED then", finished)
check(
    "show_all_instances_backups_new (v3.1) has it, too",
    lambda: expect(
        gemini.show_all_instances_backups_new(
            ShowAllInstancesBackupsNewRequest(instance_id=INSTANCE, datastore_type="cassandra")
        ).total_count,
        1,
    ),
)
check(
    "list_backups takes times with a zone",
    lambda: expect(
        len(
            rows(
                begin_time="2020-01-01T00:00:00+0000",
                end_time="2099-01-01T00:00:00+0000",
                backup_type="Manual",
                type="Instance",
            )
        ),
        1,
    ),
)
check("list_backups by table has none", lambda: expect(rows(type="DatabaseTable"), []))
check("list_backups with limit 0 is refused", lambda: expect_refusal(lambda: rows(limit=0), 400, "DBS.280439"))


def job():
    answer = gemini.list_jobs(ListJobsRequest(id=backup.job_id))
    expect((answer.total_count, answer.jobs[0].status, answer.jobs[0].instance.id), (1, "Completed", INSTANCE))


check("list_jobs(id) is a list of one", job)
check(
    "list_jobs of an unknown job is 400 DBS.200543",
    lambda: expect_refusal(lambda: gemini.list_jobs(ListJobsRequest(id="unknown")), 400, "DBS.200543"),
)
check(
    "create_back of a taken name is refused", lambda: expect_refusal(lambda: create("backup-4f57"), 400, "DBS.201201")
)
check("create_back of a wrong name is refused", lambda: expect_refusal(lambda: create("1st"), 400, "DBS.280277"))
check(
    "create_back of a wrong description is refused",
    lambda: expect_refusal(lambda: create("right", description="a=b"), 400, "DBS.280127"),
)


def policy():
    return gemini.show_backup_policies(ShowBackupPoliciesRequest(instance_id=INSTANCE)).backup_policy


def set_policy(**fields):
    body = SetBackupPolicyRequestBody(backup_policy=BackupPolicy(**fields))
    return gemini.set_backup_policy(SetBackupPolicyRequest(instance_id=INSTANCE, body=body))


def changed():
    expect(set_policy(keep_days=35, start_time="01:00-02:00", period="1,2").status_code, 204)
    found = policy()
    expect((found.keep_days, found.start_time, found.period), (35, "01:00-02:00", "1,2"))


def switched_off():
    set_policy(keep_days=0)
    expect((policy().keep_days, policy().start_time), (0, None))


check("show_backup_policies (v3.1) is on from the start", lambda: expect(policy().keep_days, 7))
check("set_backup_policy is 204 and read back", changed)
check(
    "show_backup_policy (v3) is 202",
    lambda: expect(gemini.show_backup_policy(ShowBackupPolicyRequest(instance_id=INSTANCE)).status_code, 202),
)
check(
    "set_backup_policy of 36 days is refused",
    lambda: expect_refusal(lambda: set_policy(keep_days=36, start_time="01:00-02:00", period="1"), 400, "DBS.201106"),
)
check("set_backup_policy switches off", switched_off)
check(
    "list_instances(id) tells status and actions",
    lambda: expect(
        [(one.status, one.actions) for one in gemini.list_instances(ListInstancesRequest(id=INSTANCE)).instances],
        [("normal", [])],
    ),
)


def deleted():
    answer = gemini.delete_backup(DeleteBackupRequest(backup_id=backup.backup_id))
    expect(answer.status_code, 202)
    finish_work()
    expect(rows(backup_id=backup.backup_id), [])


check("delete_backup is 202 with a job, and then the backup is gone", deleted)
check(
    "delete_backup of a gone one is refused",
    lambda: expect_refusal(
        lambda: gemini.delete_backup(DeleteBackupRequest(backup_id=backup.backup_id)), 400, "DBS.201214"
    ),
)
check(
    "the other project has an instance of the same id",
    lambda: expect(
        create(
            "elsewhere", connect(GaussDBforNoSQLClient, "geminidb", credentials(project_id=OTHER_PROJECT))
        ).status_code,
        202,
    ),
)
check(
    "a wrong secret key is refused",
    lambda: expect_refusal(
        lambda: rows(connect(GaussDBforNoSQLClient, "geminidb", credentials(secret="wrong"))), 401, "APIGW.0301"
    ),
)
