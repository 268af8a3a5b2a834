from checks import check, expect, finish_work
from huawei import connect, connect_by_region, credentials, expect_refusal, temporary
from huaweicloudsdkrds.v3 import (
    BackupDatabase,
    BackupPolicy,
    CreateManualBackupRequest,
    CreateManualBackupRequestBody,
    DeleteManualBackupRequest,
    ListBackupsRequest,
    ListInstancesRequest,
    RdsClient,
    SetBackupPolicyRequest,
    SetBackupPolicyRequestBody,
    ShowBackupPolicyRequest,
)

MYSQL = "d8e6ca5a624745bcb546a227aa3ae1cfin01"
SQL_SERVER = "fa08ec7c846967ded768c449cc5c03e1in01"
REPLICA = "0b19fd8d957a78efe879d55add6d14f2in01"
rds = connect(RdsClient, "rds")


def create(name, instance=MYSQL, description="The first manual backup", databases=None):
    body = CreateManualBackupRequestBody(
        instance_id=instance, name=name, description=description, databases=databases
    )
    return rds.create_manual_backup(CreateManualBackupRequest(body=body))


def rows(client=rds, instance=MYSQL, **query):
    return client.list_backups(ListBackupsRequest(instance_id=instance, **query)).backups


def row(backup_id):
    return rows(backup_id=backup_id)[0]


def created():
    answer = create("mybackup1")
    made = answer.backup
    expect((answer.status_code, made.status, made.type, made.instance_id), (200, "BUILDING", "manual", MYSQL))
    expect((made.name, made.description), ("mybackup1", "The first manual backup"))
    return made


backup = check("create_manual_backup is 200 with the backup itself", created)
check("list_backups(backup_id) is BUILDING at first", lambda: expect(row(backup.id).status, "BUILDING"))
check("create_manual_backup of a busy instance is 409", lambda: expect_refusal(lambda: create("second"), 409, "DBS.200019"))
check(
    "list_instances(id) tells what is done to it",
    lambda: expect(
        [one.status for one in rds.list_instances(ListInstancesRequest(id=MYSQL)).instances], ["BACKING UP"]
    ),
)
finish_work()


def finished():
    found = row(backup.id)
    expect((found.status, found.type, found.size, found.datastore.type), ("COMPLETED", "manual", 2803, "MySQL"))


check("list_backups(backup_id) is COMPLETED then", finished)
check(
    "list_backups filters by type, status and page",
    lambda: expect(len(rows(backup_type="manual", offset=0, limit=10)), 1),
)
check("list_backups of automated ones has none", lambda: expect(rows(backup_type="auto"), []))
check(
    "list_backups takes times with a zone",
    lambda: expect(len(rows(begin_time="2020-01-01T00:00:00Z", end_time="2099-01-01T00:00:00Z")), 1),
)
check(
    "list_backups without an instance is refused",
    lambda: expect_refusal(lambda: rds.list_backups(ListBackupsRequest(instance_id="")), 400, "DBS.200001"),
)
check(
    "create_manual_backup of a taken name is 409", lambda: expect_refusal(lambda: create("mybackup1"), 409, "DBS.201201")
)
check("create_manual_backup of a wrong name is refused", lambda: expect_refusal(lambda: create("1st"), 400, "DBS.280277"))
check(
    "create_manual_backup of a wrong description is refused",
    lambda: expect_refusal(lambda: create("right", description="a=b"), 400, "DBS.280127"),
)
check(
    "create_manual_backup of an unknown instance is refused",
    lambda: expect_refusal(lambda: create("right", instance="unknown"), 404, "DBS.200002"),
)
check(
    "create_manual_backup of a read replica is refused",
    lambda: expect_refusal(lambda: create("right", instance=REPLICA), 400, "DBS.200004"),
)


def partial():
    made = create("partial", instance=SQL_SERVER, databases=[BackupDatabase(name="shop")]).backup
    finish_work()
    found = rows(instance=SQL_SERVER, backup_id=made.id)[0]
    expect([one.name for one in found.databases], ["shop"])


check("create_manual_backup of one database of SQL Server", partial)
check(
    "create_manual_backup of one database of MySQL is refused",
    lambda: expect_refusal(lambda: create("right", databases=[BackupDatabase(name="shop")]), 400, "DBS.280128"),
)


def policy():
    return rds.show_backup_policy(ShowBackupPolicyRequest(instance_id=MYSQL)).backup_policy


def set_policy(**fields):
    body = SetBackupPolicyRequestBody(backup_policy=BackupPolicy(**fields))
    return rds.set_backup_policy(SetBackupPolicyRequest(instance_id=MYSQL, body=body))


def changed():
    expect(set_policy(keep_days=732, start_time="23:00-00:00", period="1,4").status_code, 200)
    found = policy()
    expect((found.keep_days, found.start_time, found.period), (732, "23:00-00:00", "1,4"))


check("show_backup_policy is on from the start", lambda: expect(policy().keep_days, 7))
check("set_backup_policy is 200 and read back", changed)
check(
    "set_backup_policy of 733 days is refused",
    lambda: expect_refusal(lambda: set_policy(keep_days=733, start_time="23:00-00:00", period="1"), 400, "DBS.280250"),
)
check(
    "set_backup_policy of 0 days is refused",
    lambda: expect_refusal(lambda: set_policy(keep_days=0), 400, "DBS.280250"),
)
check(
    "set_backup_policy of half an hour is refused",
    lambda: expect_refusal(lambda: set_policy(keep_days=9, start_time="23:00-23:30", period="1"), 400, "DBS.201103"),
)


def deleted():
    expect(rds.delete_manual_backup(DeleteManualBackupRequest(backup_id=backup.id)).status_code, 200)
    expect(row(backup.id).status, "DELETING")
    finish_work()
    expect(rows(backup_id=backup.id), [])


check("delete_manual_backup is 200, and then the backup is gone", deleted)
check(
    "delete_manual_backup of a gone one is refused",
    lambda: expect_refusal(
        lambda: rds.delete_manual_backup(DeleteManualBackupRequest(backup_id=backup.id)), 404, "DBS.201010"
    ),
)


def engines(client):
    found = client.list_instances(ListInstancesRequest(offset=0, limit=100)).instances
    return [(one.type, one.datastore.type) for one in found]


check(
    "list_instances lists them all",
    lambda: expect(
        engines(rds), [("Ha", "MySQL"), ("Single", "PostgreSQL"), ("Single", "SQLServer"), ("Replica", "MySQL")]
    ),
)
check(
    "a temporary key with its security token is taken",
    lambda: expect(len(engines(connect(RdsClient, "rds", temporary()))), 4),
)
check(
    "a wrong secret key is refused",
    lambda: expect_refusal(lambda: engines(connect(RdsClient, "rds", credentials(secret="wrong"))), 401, "APIGW.0301"),
)
check(
    "without a project id the SDK finds it at IAM", lambda: expect(len(engines(connect_by_region(RdsClient, "rds"))), 4)
)
