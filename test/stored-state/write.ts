import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { exported, made } from "./made";

const { version } = require("../../package.json") as { version: string };

/** What this version stores of every kind, told by a real engine: written once, when the version is released. */
async function main(): Promise<void> {
  const stage = await made();
  try {
    const file = join(__dirname, "..", "states", `${version}.json`);
    writeFileSync(file, `${JSON.stringify(await exported(stage), null, 2)}\n`);
    console.log(`test/states/${version}.json`);
  } finally {
    await stage.close();
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
