import { check } from "../../core/arguments/check";
import type { Settings } from "../../core/configuration/settings";
import { inner } from "../../core/kind/fields";
import type { Found } from "../../core/kind/found";
import { services } from "../../services/services";

/**
 * Returns the thing with a resource that `check` accepts. Optional arguments that `check` refuses are left out. Where the rest
 * is refused, the thing has no resource and a note with the reason.
 */
export function fitting(found: Found, settings: Settings): Found {
  const { resource, note } = found;
  const definition = resource && services.definitionOf(resource.kind);
  if (!resource || !definition || Object.keys(resource.unread ?? {}).length > 0) return found;
  const isOptional = (name: string) => definition.fields[name] !== inner(definition.fields[name]!);
  const given = Object.entries(resource.args).filter(([, value]) => value !== undefined && value !== null);
  const args = Object.fromEntries(given);
  const failuresOf = (of: Record<string, unknown>) => check(definition, {}, of, { now: new Date(), settings }).failures;
  const wrong = failuresOf(args);
  const named = wrong.map((failure) => /^\w+/.exec(failure)?.[0] ?? "");
  const left = new Set(named.filter((name) => name in definition.fields && isOptional(name)));
  const fit = Object.fromEntries(given.filter(([name]) => !left.has(name)));
  if (failuresOf(fit).length > 0) {
    const { resource: _, ...rest } = found;
    const why = `no program can declare it: ${wrong.join("; ")}`;
    return { ...rest, note: [note, why].filter(Boolean).join("; ") };
  }
  const notes = [...left].map((name) => `its ${name} has a form that no program can declare, and is left out`);
  const all = [note, ...notes].filter(Boolean).join("; ");
  return { ...found, resource: { ...resource, args: fit }, ...(all && { note: all }) };
}
