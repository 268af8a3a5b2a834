import { projects } from "../identity/seed";
import { newInstance } from "../otc/seed";
import type { Instance } from "../otc/store";

const one = (id: string, projectId: string, name: string, datastore: string, version: string, mode = "Single") =>
  newInstance({ id, projectId, name, mode, version, datastore });

export function instances(): Instance[] {
  const projectId = projects.euDe.id;
  return [
    one("d8e6ca5a624745bcb546a227aa3ae1cfin01", projectId, "rds-orders", "MySQL", "8.0", "Ha"),
    one("e9f7db6b735856cdc657b338bb4bf2d0in01", projectId, "rds-events", "PostgreSQL", "16"),
    one("fa08ec7c846967ded768c449cc5c03e1in01", projectId, "rds-crm", "SQLServer", "2022_SE"),
    one("0b19fd8d957a78efe879d55add6d14f2in01", projectId, "rds-orders-read", "MySQL", "8.0", "Replica"),
    one("1c2a0e9ea68b89f0f98ae66bee7e2503in01", projects.otherEuDe.id, "rds-other", "MySQL", "8.0"),
  ];
}
