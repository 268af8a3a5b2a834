"""The real trove-api on 127.0.0.1 over sqlite, as its own command starts it; arguments: the state folder, the port."""

import json
import os
import pathlib
import sqlite3
import sys

import trove.cmd  # noqa: F401  (patches the standard library for eventlet, so it comes first)

import seed
import stubs
from oslo_log import log
from trove.common import cfg, debug_utils, notification, profile, wsgi
from trove.instance.models import persist_instance_fault

STATE = pathlib.Path(sys.argv[1])
PORT = int(sys.argv[2])


def prepare_database(conf):
    from trove.db import get_db_api

    db = get_db_api()
    database = STATE / "trove.sqlite"
    if database.exists():
        db.configure_db()
        return
    db.db_sync(conf)
    # A recursive delete reads in one session and writes in another, which sqlite allows only in this mode.
    with sqlite3.connect(database) as connection:
        connection.execute("pragma journal_mode=wal")
    db.configure_db()
    seed.fill(db, json.loads((STATE / "ids.json").read_text())["projects"])


def main():
    conf = cfg.CONF
    cfg.parse_args(["trove-api", "--config-file", str(STATE / "trove.conf")])
    log.setup(conf, None)
    debug_utils.setup()
    from trove import rpc

    rpc.init(conf)
    prepare_database(conf)
    stubs.install()
    notification.DBaaSAPINotification.register_notify_callback(persist_instance_fault)
    cfg.set_api_config_defaults()
    profile.setup_profiler("api", conf.host)
    pipeline = os.path.join(sys.prefix, "etc/trove/api-paste.ini")
    wsgi.launch("trove", PORT, pipeline, host="127.0.0.1", workers=1).wait()


main()
