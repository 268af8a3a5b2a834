import { services as ours, type Services } from "../../provider/services/services";
import { declarations } from "./declared";
import { page } from "./page";

/** Every page of the reference of these services, by its file's name; `entry` has their classes. */
export function pages(services: Services = ours, entry?: string): Record<string, string> {
  const { of, losses } = declarations(entry);
  return Object.fromEntries(
    services.definitions.map((definition) => [
      `${definition.kind.replace(":", "-").toLowerCase()}.md`,
      page(definition, of(definition.kind), losses),
    ]),
  );
}
