import type { Found } from "../../core/kind/found";
import { type Line, PulumiEngine } from "../../core/run/pulumi-engine";
import { Run } from "../../core/run/run";
import { type Operated, operate } from "../../host/operation";
import { type Engine, services } from "../../services/services";
import type { Config } from "./configuration";

/** Writes to standard error what an engine would show. */
class Terminal extends PulumiEngine {
  override async log({ severity, message }: Line): Promise<void> {
    if (severity === "WARNING") console.error(`warning: ${message}`);
  }
}

/** Returns the things of the account, read with the settings, time and errors of any other operation. */
export async function look(name: string, engine: Engine, config: Config): Promise<readonly Found[]> {
  const { discover } = engine;
  if (!discover) throw new Error(`${name} has no list of what an account has`);
  const call: Operated = {
    run: new Run(new Terminal()),
    kind: `${name}:Account`,
    endpoint: `${name}:endpoint`,
    operation: "read",
    config,
    keys: services,
    urn: "",
    owner: "",
    secrets: new Set(),
    holders: [{}],
  };
  return operate(call, discover);
}
