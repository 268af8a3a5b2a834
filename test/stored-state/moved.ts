import type { Exported } from "./made";

/** What a service gives its resources, and where it is: all that differs between one emulator and another. */
const GIVEN = /^(?:backupId|planId|lastRunId)$|:(?:endpoint|authUrl)$/;

/** A stored state whose resources are those of another emulator: `now` tells their ids and its addresses. */
export function moved(stored: Exported, now: Exported): Exported {
  const others = new Map(now.deployment.resources.map((resource) => [resource.urn, resource]));
  const replacements = new Map<unknown, unknown>();
  for (const { urn, id, outputs = {} } of stored.deployment.resources) {
    const other = others.get(urn);
    if (urn.includes("pulumi-nodejs:dynamic/") && id !== undefined) replacements.set(id, other?.id);
    for (const key of Object.keys(outputs).filter((each) => GIVEN.test(each))) {
      replacements.set(outputs[key], other?.outputs?.[key]);
    }
  }
  replacements.delete(null);
  return JSON.parse(JSON.stringify(stored), (_key, value) => replacements.get(value) ?? value);
}
