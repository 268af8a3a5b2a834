"""Reads and changes backups in Trove's database, behind its back.

backupctl.py STATE_DIR list
backupctl.py STATE_DIR set BACKUP_ID STATUS
backupctl.py STATE_DIR age BACKUP_ID DAYS
backupctl.py STATE_DIR quota LIMIT PROJECT_ID
"""

import json
import pathlib
import sqlite3
import sys


def list_backups(db):
    columns = "id, name, state as status, deleted, parent_id, instance_id, tenant_id as project_id, size, location"
    rows = db.execute(f"select {columns} from backups order by created")
    names = [column[0] for column in rows.description]
    backups = [dict(zip(names, row)) for row in rows]
    return [backup | {"deleted": bool(backup["deleted"])} for backup in backups]


def set_status(db, backup_id, status):
    """A row must have what the status promises: Trove deletes the stored object by its location."""
    place = "'http://127.0.0.1:1/v1/AUTH_x/database_backups/' || id || '.xbstream.gz'"
    done = db.execute(
        "update backups set state = :status, updated = datetime('now'), size = coalesce(size, 0.14),"
        f" location = case when :status = 'COMPLETED' then coalesce(location, {place}) else location end"
        " where id = :id",
        {"status": status, "id": backup_id},
    )
    return done.rowcount


def set_age(db, backup_id, days):
    wish = ("update backups set created = datetime('now', ?) where id = ?", (f"-{days} days", backup_id))
    return db.execute(*wish).rowcount


def set_quota(db, limit, project_id):
    """Trove counts each accepted deletion, also a second one of the same backup: its count starts from what is there."""
    db.execute(
        "update quota_usages set reserved = 0, in_use ="
        " (select count(*) from backups where deleted = 0 and backups.tenant_id = quota_usages.tenant_id)"
        " where tenant_id = ? and resource = 'backups'",
        (project_id,),
    )
    db.execute("delete from quotas where tenant_id = ? and resource = 'backups'", (project_id,))
    return db.execute(
        "insert into quotas (id, created, updated, tenant_id, resource, hard_limit)"
        " values (lower(hex(randomblob(16))), datetime('now'), datetime('now'), ?, 'backups', ?)",
        (project_id, int(limit)),
    ).rowcount


COMMANDS = {"list": list_backups, "set": set_status, "age": set_age, "quota": set_quota}


def main():
    if len(sys.argv) < 3 or sys.argv[2] not in COMMANDS:
        sys.exit(__doc__)
    _, state, command, *arguments = sys.argv
    with sqlite3.connect(pathlib.Path(state, "trove.sqlite"), timeout=10) as db:
        print(json.dumps(COMMANDS[command](db, *arguments)))


main()
