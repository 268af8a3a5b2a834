from checks import check, expect, urls
from keystoneauth1 import session
from keystoneauth1.identity import v3
from troveclient.v1 import client


def connect():
    auth = v3.Password(
        urls["identity"],
        username="tester",
        password="not-a-real-password",
        user_domain_name="Default",
        project_name="demo",
        project_domain_name="Default",
    )
    trove = client.Client(session=session.Session(auth=auth), region_name="RegionOne")
    expect(trove.client.get_endpoint(), f"{urls['trove']}/v1.0/{trove.client.get_project_id()}")
    return trove


trove = check("password login, address from the catalog", connect)
