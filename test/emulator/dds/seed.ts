import { projects } from "../identity/seed";
import { newInstance } from "../otc/seed";
import type { Instance } from "../otc/store";

export function instances(): Instance[] {
  const projectId = projects.euDe.id;
  return [
    newInstance({
      id: "a89dab5e39394eccbdb77b19d57b0180in02",
      projectId,
      name: "dds-orders",
      mode: "ReplicaSet",
      version: "4.4",
    }),
    newInstance({
      id: "b90ebc6f4a4a5fddcec88c20e68c1291in02",
      projectId,
      name: "dds-events",
      mode: "Sharding",
      version: "5.0",
    }),
    newInstance({
      id: "c01fcd705b5b60eedfd99d31f79d23a2in02",
      projectId,
      name: "dds-staging",
      mode: "Single",
      version: "4.0",
    }),
    newInstance({
      id: "d120de816c6c71ffe0eaae42080e34b3in02",
      projectId: projects.otherEuDe.id,
      name: "dds-other",
      mode: "ReplicaSet",
      version: "4.4",
    }),
  ];
}
