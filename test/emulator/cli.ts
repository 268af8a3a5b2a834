import { parseArgs } from "node:util";
import { startEmulator } from "./start-emulator";

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: "string", default: "4300" } } });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_530) throw new Error(`--port ${values.port}: not a base port`);
  const { urls } = await startEmulator({ port });
  // No farewell to open connections: whoever ends the emulator wants it gone now.
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => process.exit(0));
  process.stdout.write(`READY ${JSON.stringify(urls)}\n`);
}

main().catch((error: Error) => {
  console.error(`emulator: ${error.message}`);
  process.exitCode = 1;
});
