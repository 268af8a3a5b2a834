"""Stand-ins for what trove-api talks to: nova, neutron, swift and the guest agent.

Routing, validation, policy, quota, error bodies, task manager and conductor are Trove's own code.
What the stubs do is read from control.json in the state folder at every use; DEFAULTS has its keys.
"""

import json
import os
import pathlib

import eventlet
import seed
from novaclient import api_versions
from novaclient import exceptions as nova_exceptions
from swiftclient.client import ClientException

CONTROL = pathlib.Path(os.environ["REAL_TROVE_STATE"], "control.json")
CHECKSUM = "d41d8cd98f00b204e9800998ecf8427e"
SWIFT = "http://127.0.0.1:1/v1/AUTH_"

DEFAULTS = {
    "taskmanager": "auto",  # off: backups stay NEW, deletes stay pending
    "building_after": 0.1,  # seconds from the request to BUILDING
    "done_after": 0.4,  # seconds from the request to the end state
    "outcome": "COMPLETED",  # FAILED; a name with FAIL in it always fails
    "delete_after": 0.2,  # seconds from the request to the row being gone
    "delete_outcome": "ok",  # fail: deleting the stored object fails
    "swift_account": "ok",  # denied, nocatalog, down
    "size": 0.14,
}


def control():
    try:
        return DEFAULTS | json.loads(CONTROL.read_text())
    except FileNotFoundError:
        return DEFAULTS


class Server:
    def __init__(self, server_id, state):
        self.id, self.name, self.status = server_id, server_id, state.upper()
        self.addresses, self.flavor, self.links = {}, {"id": "1"}, []


class Servers:
    def get(self, server_id):
        for server in self.list():
            if server.id == server_id:
                return server
        raise nova_exceptions.NotFound(404, "no such server")

    def list(self, **_):
        return [Server(*row) for row in seed.servers()]


class Nova:
    api_version = api_versions.APIVersion("2.26")
    servers = Servers()


class Neutron:
    def list_ports(self, **_):
        return {"ports": []}

    def list_floatingips(self, **_):
        return {"floatingips": []}


class Swift:
    url = SWIFT + "stub"

    def get_account(self):
        mode = control()["swift_account"]
        if mode == "denied":
            raise ClientException("stub: account denied", http_status=401)
        if mode == "nocatalog":
            from trove.common.exception import NoServiceEndpoint

            raise NoServiceEndpoint(service_type="object-store", endpoint_region="-", endpoint_type="publicURL")
        if mode == "down":
            from requests.exceptions import ConnectionError as Down

            raise Down("stub: swift down")
        return {}, []

    def head_object(self, _container, name, **_):
        if control()["delete_outcome"] == "fail" or "missing" in name:
            raise ClientException("stub: object gone", http_status=404)
        return {"etag": f'"{CHECKSUM}"', "content-length": "42"}

    def delete_object(self, *_, **__):
        return None


class Guest:
    """What it reports goes through Trove's own conductor."""

    def __init__(self, context, instance_id):
        self.context, self.instance_id = context, instance_id

    def create_backup(self, info):
        eventlet.spawn(self.run, info, control())

    def report(self, info, **fields):
        from oslo_utils import timeutils
        from trove.conductor.manager import Manager

        sent = timeutils.utcnow_ts(microsecond=True)
        Manager().update_backup(self.context, self.instance_id, info["id"], sent=sent, **fields)

    def run(self, info, wish):
        eventlet.sleep(wish["building_after"])
        self.report(info, state="BUILDING", size=wish["size"], backup_type=info["backup_type"])
        eventlet.sleep(max(0, wish["done_after"] - wish["building_after"]))
        if wish["outcome"] == "FAILED" or "FAIL" in info["name"]:
            self.report(info, state="FAILED", success=False)
            return
        container = info.get("swift_container") or "database_backups"
        location = f"{SWIFT}{self.context.project_id}/{container}/{info['id']}.xbstream.gz"
        self.report(
            info, state="COMPLETED", success=True, size=wish["size"], checksum=CHECKSUM, location=location
        )


def nova_client(_context, region_name=None):
    return Nova()


def neutron_client(_context, region_name=None):
    return Neutron()


def swift_client(_context, *_, **__):
    return Swift()


def guest_client(context, instance_id, manager=None):
    return Guest(context, instance_id)


class LocalTaskManager:
    """Runs Trove's own task manager in this process instead of sending it a message."""

    def prepare(self, *_, **__):
        return self

    def cast(self, context, method, **arguments):
        wish = control()
        if wish["taskmanager"] == "off":
            return
        wire = json.loads(json.dumps(context.to_dict(), default=str))
        delay = wish["delete_after"] if method == "delete_backup" else 0.05
        eventlet.spawn_after(delay, self.run, wire, method, arguments)

    def run(self, wire, method, arguments):
        from oslo_log import log
        from trove.common.context import TroveContext
        from trove.taskmanager.manager import Manager

        try:
            getattr(Manager(), method)(TroveContext.from_dict(wire), **arguments)
        except Exception:
            log.getLogger("real-trove").exception("cast %s", method)


def install():
    from trove.taskmanager.api import API

    API.get_client = lambda self, *_, **__: LocalTaskManager()
