"""The rows that a new Trove database starts with."""

DATASTORE_ID = "a00000a0-00a0-4a00-80a0-000a000000aa"
DATASTORE_VERSION_ID = "b00000b0-00b0-4b00-80b0-000b000000bb"

# id, name, project, state of the server, state of the database
INSTANCES = [
    ("d4603f69-ec7e-4e9b-803f-600b9205576f", "db-one", "demo", "active", "HEALTHY"),
    ("44b277eb-39be-4921-be31-3d61b43651d7", "db-two", "demo", "active", "HEALTHY"),
    ("33333333-3333-4333-8333-333333333333", "db-three", "demo", "active", "HEALTHY"),
    ("bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb", "db-building", "demo", "build", "BUILDING"),
    ("cccccccc-cccc-4ccc-8ccc-cccccccccccc", "db-shutoff", "demo", "shutoff", "SHUTDOWN"),
    ("eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee", "db-foreign", "other", "active", "HEALTHY"),
]


def server_id(instance_id, state):
    """The stub of nova reads the state of a server from its id."""
    return f"{state}-{instance_id}"[:36]


def servers():
    return [(server_id(instance_id, state), state) for instance_id, _, _, state, _ in INSTANCES]


def fill(db, project_ids):
    from trove.datastore.models import DBDatastore, DBDatastoreVersion

    datastore, version = DBDatastore(), DBDatastoreVersion()
    datastore.id, datastore.name = DATASTORE_ID, "mysql"
    datastore.default_version_id = version.id = DATASTORE_VERSION_ID
    version.datastore_id, version.name, version.version = DATASTORE_ID, "8.0", "8.0"
    version.manager, version.image_id, version.packages, version.active = "mysql", None, "", True
    version.registry_ext, version.repl_strategy = "mysql", "none"
    db.save(datastore)
    db.save(version)
    for row in INSTANCES:
        add_instance(db, project_ids, *row)


def add_instance(db, project_ids, instance_id, name, project, state, health):
    from trove.common import timeutils
    from trove.instance import service_status
    from trove.instance.models import DBInstance, InstanceServiceStatus
    from trove.instance.tasks import InstanceTasks

    row = DBInstance(InstanceTasks.NONE)
    row.id, row.name, row.tenant_id = instance_id, name, project_ids[project]
    row.compute_instance_id = server_id(instance_id, state)
    row.datastore_version_id, row.flavor_id, row.volume_size = DATASTORE_VERSION_ID, "1", 1
    row.created = row.updated = timeutils.utcnow()
    db.save(row)
    status = getattr(service_status.ServiceStatuses, health)
    InstanceServiceStatus.create(instance_id=instance_id, status=status)
