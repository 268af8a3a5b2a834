import openstack
from checks import PROJECT_ID, check, expect, finish_work, urls
from keystoneauth1 import session
from keystoneauth1.identity import v3
from openstack.exceptions import SDKException
from otcextensions import sdk

DDS_INSTANCE = "a89dab5e39394eccbdb77b19d57b0180in02"
GEMINI_INSTANCE = "a4d8ea2584e047439a667703c0684119in06"


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
