import { projects } from "../identity/seed";
import { newInstance } from "../otc/seed";
import type { Instance } from "../otc/store";

const one = (id: string, projectId: string, name: string) =>
  newInstance({ id, projectId, name, mode: "Cluster", version: "3.11" });

export function instances(): Instance[] {
  const own = [projects.euDeGemini.id, projects.euDe.id].flatMap((projectId) => [
    one("a4d8ea2584e047439a667703c0684119in06", projectId, "nosql-orders"),
    one("b5e9fb3695f158540b778814d1795220in06", projectId, "nosql-events"),
    one("c6fa0c47a60269651c889925e28a6331in06", projectId, "nosql-staging"),
  ]);
  return [...own, one("d70b1d58b7137a762d99aa36f39b7442in06", projects.otherEuDe.id, "nosql-other")];
}
