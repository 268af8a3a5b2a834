import { parseArgs } from "node:util";
import type { EngineVersion } from "./engine";
import { findEngine } from "./find";

const usage = "usage: ts-node test/with/engine/cli.ts [--version 3.250.0 | --version 3.150.0]";

async function main(): Promise<void> {
  const { version } = parseArgs({ options: { version: { type: "string" } } }).values;
  if (version !== undefined && !isEngineVersion(version)) throw new Error(usage);
  const engine = await findEngine({ version });
  console.log(`pulumi ${engine.version} from ${engine.source}: ${engine.bin}`);
}

function isEngineVersion(text: string): text is EngineVersion {
  return text === "3.250.0" || text === "3.150.0";
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
