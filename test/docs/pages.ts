import type { Definition } from "../../provider/core/kind/definition";
import { declarations } from "./declared";
import { page } from "./page";

const services = ["serveravatar", "trove", "dds", "geminidb"];

/** Every page of the reference by its file's name. */
export function pages(): Record<string, string> {
  const { of, losses } = declarations();
  const definitions = services.flatMap((service) => {
    const { kinds } = require(`../../provider/services/${service}/engine`) as { kinds: Record<string, Definition> };
    return Object.values(kinds);
  });
  return Object.fromEntries(
    definitions.map((definition) => [
      `${definition.kind.replace(":", "-").toLowerCase()}.md`,
      page(definition, of(definition.kind), losses),
    ]),
  );
}
