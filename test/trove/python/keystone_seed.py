"""Makes a new Keystone: keys, database, projects, users, the catalog's entry for Trove."""

import base64
import json
import os
import sqlite3
import subprocess

from config import PASSWORD
from keystone_client import Keystone

ROLES = [("demo", "demo", "member"), ("other", "other", "member"), ("trove", "service", "service")]


def make_database(state, bin_folder, url):
    for folder in ("fernet", "credential"):
        (state / folder).mkdir(mode=0o700)
        for number in range(2):
            key = state / folder / str(number)
            key.write_bytes(base64.urlsafe_b64encode(os.urandom(32)))
            key.chmod(0o600)
    manage = [bin_folder / "keystone-manage", "--config-file", state / "keystone.conf"]
    quiet = {"check": True, "cwd": state, "stdout": subprocess.DEVNULL}
    subprocess.run([*manage, "db_sync"], **quiet)
    words = ["--bootstrap-password", PASSWORD, "--bootstrap-region-id", "RegionOne"]
    # Trove validates tokens at the internal address.
    for interface in ("public", "internal"):
        words += [f"--bootstrap-{interface}-url", url]
    subprocess.run([*manage, "bootstrap", *words], **quiet)


def fill(state, url):
    """Through the running Keystone's own API."""
    admin = Keystone(url)
    admin.login("admin", "admin")
    roles = {role["name"]: role["id"] for role in admin.call("GET", "/roles")[1]["roles"]}
    projects = {}
    for user, project, role in ROLES:
        projects[project] = admin.create("/projects", "project", name=project, domain_id="default")["id"]
        person = admin.create("/users", "user", name=user, password=PASSWORD, domain_id="default")["id"]
        admin.call("PUT", f"/projects/{projects[project]}/users/{person}/roles/{roles[role]}")
    service = admin.create("/services", "service", type="database", name="trove")["id"]
    fields = {"service_id": service, "interface": "public", "region_id": "RegionOne"}
    admin.create("/endpoints", "endpoint", url="http://127.0.0.1/v1.0/%(tenant_id)s", **fields)
    demo = Keystone(url)
    user = demo.login("demo", "demo")["user"]["id"]
    path = f"/users/{user}/application_credentials"
    credential = demo.create(path, "application_credential", name="real-trove")
    ids = {"projects": projects, "applicationCredential": {key: credential[key] for key in ("id", "secret")}}
    (state / "ids.json").write_text(json.dumps(ids))


def point_catalog_at(state, trove_port, keystone_port):
    """The ports are new at each start, the database may be a copy of an earlier one."""
    with sqlite3.connect(state / "keystone.sqlite") as db:
        for kind, url in (
            ("database", f"http://127.0.0.1:{trove_port}/v1.0/%(tenant_id)s"),
            ("identity", f"http://127.0.0.1:{keystone_port}/v3"),
        ):
            db.execute(
                "update endpoint set url = ? where service_id in (select id from service where type = ?)", (url, kind)
            )
