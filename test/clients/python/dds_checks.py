from checks import check, expect, finish_work
from huawei import connect, connect_by_region, credentials, expect_refusal, temporary
from huaweicloudsdkdds.v3 import (
    BackupPolicy,
    CreateManualBackupOption,
    CreateManualBackupRequest,
    CreateManualBackupRequestBody,
    DdsClient,
    DeleteManualBackupRequest,
    ListBackupsRequest,
    ListInstancesRequest,
    SetBackupPolicyRequest,
    SetBackupPolicyRequestBody,
    ShowBackupPolicyRequest,
    ShowJobDetailRequest,
)

INSTANCE = "a89dab5e39394eccbdb77b19d57b0180in02"
dds = connect(DdsClient, "dds")


def create(name, client=dds, instance=INSTANCE, description="The first Manual backup"):
    option = CreateManualBackupOption(instance_id=instance, name=name, description=description)
    return client.create_manual_backup(CreateManualBackupRequest(body=CreateManualBackupRequestBody(backup=option)))


def row(backup_id):
    return dds.list_backups(ListBackupsRequest(backup_id=backup_id)).backups[0]


def listed(**query):
    return dds.list_backups(ListBackupsRequest(**query)).total_count


def created():
    answer = create("mybackup1")
    expect(answer.status_code, 200)
    return answer


backup = check("create_manual_backup is 200 with job and backup id", created)
check("list_backups(backup_id) is BUILDING at first", lambda: expect(row(backup.backup_id).status, "BUILDING"))
check(
    "create_manual_backup of a busy instance is 403",
    lambda: expect_refusal(lambda: create("second"), 403, "DBS.200019"),
)
finish_work()
check("list_backups(backup_id) is COMPLETED then", lambda: expect(row(backup.backup_id).status, "COMPLETED"))


def job():
    found = dds.show_job_detail(ShowJobDetailRequest(id=backup.job_id)).job
    expect((found.status, found.progress, found.instance.id), ("Completed", "", INSTANCE))


check("show_job_detail is one job", job)
check(
    "show_job_detail of an unknown job is 400 DBS.200543",
    lambda: expect_refusal(lambda: dds.show_job_detail(ShowJobDetailRequest(id="unknown")), 400, "DBS.200543"),
)
check(
    "list_backups filters by instance, type, mode",
    lambda: expect(listed(instance_id=INSTANCE, backup_type="Manual", mode="ReplicaSet", offset=0, limit=10), 1),
)
check(
    "list_backups takes times with spaces",
    lambda: expect(listed(begin_time="2020-01-01 00:00:00", end_time="2099-01-01 00:00:00"), 1),
)
check("list_backups with limit 101 is refused", lambda: expect_refusal(lambda: listed(limit=101), 400, "DBS.280439"))
check(
    "create_manual_backup of a taken name is refused",
    lambda: expect_refusal(lambda: create("mybackup1"), 400, "DBS.201201"),
)
check(
    "create_manual_backup of a wrong name is refused", lambda: expect_refusal(lambda: create("1st"), 400, "DBS.280277")
)
check(
    "create_manual_backup of an unknown instance is refused",
    lambda: expect_refusal(lambda: create("right", instance="unknown"), 404, "DBS.200002"),
)
check(
    "create_manual_backup signs a body beyond ASCII",
    lambda: expect(create("umlaut", description="Größe, 日本").status_code, 200),
)
finish_work()


def policy():
    return dds.show_backup_policy(ShowBackupPolicyRequest(instance_id=INSTANCE)).backup_policy


def set_policy(**fields):
    body = SetBackupPolicyRequestBody(backup_policy=BackupPolicy(**fields))
    return dds.set_backup_policy(SetBackupPolicyRequest(instance_id=INSTANCE, body=body))


def changed():
    expect(set_policy(keep_days="9", start_time="23:00-00:00", period="1,4").status_code, 200)
    found = policy()
    expect((found.keep_days, found.start_time, found.period), (9, "23:00-00:00", "1,4"))


check("show_backup_policy is on from the start", lambda: expect(policy().keep_days, 7))
check("set_backup_policy, with keep_days as the SDK's string, is read back as a number", changed)
check(
    "set_backup_policy of half an hour is refused",
    lambda: expect_refusal(lambda: set_policy(keep_days="9", start_time="23:30-00:30", period="1"), 400, "DBS.280216"),
)
check(
    "list_instances(id) tells status and actions",
    lambda: expect(
        [(one.status, one.actions) for one in dds.list_instances(ListInstancesRequest(id=INSTANCE)).instances],
        [("normal", [])],
    ),
)


def deleted():
    answer = dds.delete_manual_backup(DeleteManualBackupRequest(backup_id=backup.backup_id))
    expect(answer.status_code, 200)
    expect(row(backup.backup_id).status, "DISABLED")
    finish_work()
    expect(listed(backup_id=backup.backup_id), 0)
    expect(dds.show_job_detail(ShowJobDetailRequest(id=answer.job_id)).job.status, "Completed")


check("delete_manual_backup is 200 with a job, and then the backup is gone", deleted)
check(
    "delete_manual_backup of a gone one is refused",
    lambda: expect_refusal(
        lambda: dds.delete_manual_backup(DeleteManualBackupRequest(backup_id=backup.backup_id)), 400, "DBS.201214"
    ),
)


def counted(client):
    return client.list_backups(ListBackupsRequest()).total_count


def refuses(keys):
    return lambda: expect_refusal(lambda: counted(connect(DdsClient, "dds", keys)), 401, "APIGW.0301")


check(
    "a temporary key with its security token is taken",
    lambda: expect(counted(connect(DdsClient, "dds", temporary())), 1),
)
check("a temporary key without it is refused", refuses(temporary(None)))
check("a wrong secret key is refused", refuses(credentials(secret="wrong")))
check(
    "another one's project is refused",
    lambda: expect_refusal(
        lambda: counted(connect(DdsClient, "dds", credentials(project_id="0649b4a43100d4f32f51c01c2fe4acdc"))),
        403,
        "DBS.280032",
    ),
)
check("without a project id the SDK finds it at IAM", lambda: expect(counted(connect_by_region(DdsClient, "dds")), 1))
