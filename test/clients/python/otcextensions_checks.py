import openstack
from checks import PROJECT_ID, check, expect, finish_work, urls
from keystoneauth1 import session
from keystoneauth1.identity import v3
from openstack.exceptions import SDKException
from otcextensions import sdk

DDS_INSTANCE = "a89dab5e39394eccbdb77b19d57b0180in02"
GEMINI_INSTANCE = "a4d8ea2584e047439a667703c0684119in06"
RDS_INSTANCE = "d8e6ca5a624745bcb546a227aa3ae1cfin01"


def login(password="not-a-real-password"):
    cloud = openstack.connect(
        auth_url=urls["identity"] + "/v3",
        username="tester",
        password=password,
        user_domain_name="OTC00000000001000000000",
        project_name="eu-de",
        project_domain_name="OTC00000000001000000000",
        region_name="eu-de",
    )
    sdk.register_otc_extensions(cloud)
    return cloud


cloud = check("password login, services registered from the catalog", login)


def refused():
    try:
        login("wrong")
    except SDKException as error:
        expect("(HTTP 401)" in str(error), True)
    else:
        raise AssertionError("accepted")


check("a wrong password is 401", refused)
check(
    "identity.projects are the user's own",
    lambda: expect(sorted(project.name for project in cloud.identity.projects()), ["demo", "eu-de", "eu-de_gemini"]),
)
check(
    "the catalog's DDS address ends in the project id",
    lambda: expect(cloud.dds.get_endpoint(), f"{urls['dds']}/v3/{PROJECT_ID}"),
)
check("dds.instances lists three", lambda: expect(len(list(cloud.dds.instances())), 3))


def create_dds():
    body = {"backup": {"instance_id": DDS_INSTANCE, "name": "by-otcextensions"}}
    answer = cloud.dds.post("/backups", json=body)
    expect(answer.status_code, 200)
    return answer.json()


made = check("POST /backups of DDS through its session", create_dds)
finish_work()
check("dds.get_job knows the job", lambda: expect(cloud.dds.get_job(made["job_id"]).status, "Completed"))
check("dds.wait_job ends", lambda: expect(cloud.dds.wait_job(made["job_id"], interval=1, wait=5).status, "Completed"))
check(
    "DELETE /backups of DDS through its session",
    lambda: expect(cloud.dds.delete(f"/backups/{made['backup_id']}").status_code, 200),
)


def create_gemini():
    answer = cloud.geminidb.post(
        f"/instances/{GEMINI_INSTANCE}/backups", json={"name": "by-otcextensions", "description": ""}
    )
    expect(answer.status_code, 202)


check("POST /instances/…/backups of GeminiDB through its session", create_gemini)

check(
    "rds.instances lists four",
    lambda: expect(
        [(one.status, one.datastore["type"]) for one in cloud.rds.instances()],
        [("ACTIVE", engine) for engine in ("MySQL", "PostgreSQL", "SQLServer", "MySQL")],
    ),
)


def create_rds():
    made = cloud.rds.create_backup(RDS_INSTANCE, name="by-otcextensions", description="by otcextensions")
    expect((made.status, made.type, made.description), ("BUILDING", "manual", "by otcextensions"))
    finish_work()
    return cloud.rds.wait_for_backup(made, interval=1, wait=5)


rds_backup = check("rds.create_backup, and rds.wait_for_backup ends", create_rds)
check(
    "rds.backups lists it by its type",
    lambda: expect([one.id for one in cloud.rds.backups(RDS_INSTANCE, type="manual")], [rds_backup.id]),
)
check(
    "rds.find_backup finds it by its name",
    lambda: expect(cloud.rds.find_backup("by-otcextensions", RDS_INSTANCE).status, "COMPLETED"),
)


def delete_rds():
    cloud.rds.delete_backup(rds_backup)
    finish_work()
    expect(list(cloud.rds.backups(RDS_INSTANCE, type="manual")), [])


check("rds.delete_backup, and then it is gone", delete_rds)


def rds_policy():
    expect(cloud.rds.get_instance_backup_policy(RDS_INSTANCE)["keep_days"], 7)
    cloud.rds.set_instance_backup_policy(RDS_INSTANCE, keep_days=9, start_time="19:15-20:15", period="1,2")
    expect(
        cloud.rds.get_instance_backup_policy(RDS_INSTANCE),
        {"keep_days": 9, "start_time": "19:15-20:15", "period": "1,2"},
    )


check("rds.set_instance_backup_policy is read back", rds_policy)


def application_credential():
    auth = v3.ApplicationCredential(
        urls["identity"],
        application_credential_id="fa4e0000000000000000000000000001",
        application_credential_secret="fake-application-credential-secret",
    )
    client = session.Session(auth=auth)
    project_id = client.get_project_id()
    expect(client.get_endpoint(service_type="database", region_name="RegionOne"), f"{urls['trove']}/v1.0/{project_id}")


check("keystoneauth: application credential, found from the bare address", application_credential)


def rescoped():
    unscoped = v3.Password(
        urls["identity"], username="tester", password="not-a-real-password", user_domain_name="Default", unscoped=True
    )
    token = session.Session(auth=unscoped).get_token()
    auth = v3.Token(urls["identity"], token, project_name="demo", project_domain_name="Default")
    expect(bool(session.Session(auth=auth).get_project_id()), True)


check("keystoneauth: an unscoped token gets a project by another login", rescoped)
