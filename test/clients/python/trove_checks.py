from checks import check, expect, finish_work, urls
from keystoneauth1 import session
from keystoneauth1.identity import v3
from troveclient import exceptions
from troveclient.v1 import client

ONE = "d4603f69-ec7e-4e9b-803f-600b9205576f"
TWO = "44b277eb-39be-4921-be31-3d61b43651d7"
FOREIGN = "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee"


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


def refused(action, error):
    """The refusal, in the service's own words."""
    try:
        action()
    except error as refusal:
        return str(refusal)
    raise AssertionError(f"no {error.__name__}")


def instances():
    found = {instance.id: instance for instance in trove.instances.list()}
    expect(found[ONE].status, "ACTIVE")
    expect(trove.instances.get(ONE).datastore, {"type": "mysql", "version": "8.0", "version_number": "8.0"})
    expect(refused(lambda: trove.instances.get(FOREIGN), exceptions.NotFound)[:14], f"Resource {FOREIGN[:5]}")


def create():
    backup = trove.backups.create("snapshot", ONE, description="My Backup")
    expect((backup.status, backup.size, backup.parent_id), ("NEW", None, None))
    expect(trove.instances.get(ONE).status, "BACKUP")
    return backup


def one_at_a_time():
    words = refused(lambda: trove.backups.create("second", ONE), exceptions.UnprocessableEntity)
    expect("(instance status was BACKUP)" in words, True)


def keep_running():
    refused(lambda: trove.backups.delete(first), exceptions.InternalServerError)
    expect(trove.backups.get(first).status, "NEW")


def complete():
    finish_work()
    backup = trove.backups.get(first.id)
    expect((backup.status, backup.size, backup.instance_id), ("COMPLETED", 0.14, ONE))
    expect(backup.locationRef.endswith(f"/database_backups/{first.id}.xbstream.gz"), True)


def incremental():
    newest = trove.backups.create("incremental", ONE, incremental=True)
    expect(newest.parent_id, first.id)
    finish_work()
    last = trove.backups.create("last", TWO, parent_id=newest.id, swift_container="my_backups")
    finish_work()
    return [newest.id, last.id]


def fail():
    backup = trove.backups.create("FAIL", TWO)
    finish_work()
    expect(trove.backups.get(backup).status, "FAILED")
    trove.backups.delete(backup)
    finish_work()


def pages():
    page, seen = trove.backups.list(limit=2), []
    expect(page.next, "2")
    while page:
        seen += [backup.id for backup in page]
        page = trove.backups.list(limit=2, marker=page.next) if page.next else []
    expect(sorted(seen), sorted([first.id, *descendants]))


def filters():
    expect([backup.name for backup in trove.backups.list(instance_id=TWO)], ["last"])
    expect([backup.name for backup in trove.instances.backups(TWO)], ["last"])
    expect(len(trove.backups.list(datastore="mysql")), 3)
    refused(lambda: trove.backups.list(datastore="nosuch"), exceptions.NotFound)
    refused(lambda: trove.backups.list(all_projects=True), exceptions.Forbidden)


def invalid():
    words = refused(lambda: trove.backups.create("", ONE), exceptions.BadRequest)
    expect("backup['name'] '' should be non-empty" in words, True)
    refused(lambda: trove.backups.create("x", ONE, parent_id=FOREIGN), exceptions.NotFound)


def strategies():
    trove.backup_strategies.create(instance_id=ONE, swift_container="planned")
    expect([one.swift_container for one in trove.backup_strategies.list(instance_id=ONE)], ["planned"])
    trove.backup_strategies.delete(instance_id=ONE)
    expect(len(trove.backup_strategies.list()), 0)


def limits():
    expect([limit.max_backups for limit in trove.limits.list() if limit.verb == "ABSOLUTE"], [50])


def delete():
    trove.backups.delete(first)
    trove.backups.delete(first)
    finish_work()
    for backup_id in [first.id, *descendants]:
        refused(lambda: trove.backups.get(backup_id), exceptions.NotFound)
    refused(lambda: trove.backups.delete(first), exceptions.NotFound)


check("instances, their status and details", instances)
first = check("backup of an instance, which is then in BACKUP", create)
check("a second backup of the instance is refused", one_at_a_time)
check("a running backup can't be deleted", keep_running)
check("the backup completes", complete)
descendants = check("incremental backups, by choice and by parent", incremental)
check("a backup fails, and is deleted", fail)
check("lists page by page", pages)
check("lists by instance and by datastore", filters)
check("what is wrong with a request", invalid)
check("strategies", strategies)
check("limits", limits)
check("deleting a backup deletes its descendants", delete)
