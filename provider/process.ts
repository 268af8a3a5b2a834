import type { Lifecycle } from "./core/kind/call";
import { endWithEngine } from "./core/run/end-with-engine";
import { engineAddress, PulumiEngine } from "./core/run/pulumi-engine";
import { Run } from "./core/run/run";
import { lifecycleOf } from "./host/lifecycle";
import { services } from "./services/services";

/** The run of this provider process, in either form. */
export const run = new Run(new PulumiEngine(engineAddress));

endWithEngine(run.engine);

/** Returns the engine side of a kind, which is loaded when it is asked for; nothing where this version does not know it. */
export function lifecycleInProcess(kind: string): Lifecycle | undefined {
  const definition = services.definitionOf(kind);
  return definition && run.of(`lifecycle of ${kind}`, () => lifecycleOf(definition, run, services));
}
