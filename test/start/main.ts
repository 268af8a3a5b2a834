import { join } from "node:path";
import { startEmulator } from "../emulator";
import { controlOf } from "../with/control";
import { findEngine } from "../with/engine/find";
import { Stack } from "../with/engine/project";
import { Showing } from "./showing";

const examples = join(__dirname, "..", "..", "examples");

/** The main job, with no account and no cloud: what a user types, and what comes of it. */
async function main(): Promise<void> {
  const engine = await findEngine();
  console.log(`Pulumi ${engine.version} (${engine.source})`);
  const emulator = await startEmulator({ port: 0 });
  console.log(`ServerAvatar, emulated: ${emulator.urls.serveravatar}`);
  const env = { SERVERAVATAR_ENDPOINT: emulator.urls.serveravatar, SERVERAVATAR_TOKEN: "emulator-token" };
  const config = { "backup-plans:pollSeconds": 0.2 };
  const quickstart = await Stack.create(engine, { dir: join(examples, "quickstart"), name: "dev", config, env });
  const invalid = await Stack.create(engine, { dir: join(examples, "invalid"), name: "dev", env });
  try {
    await quickstartSteps(new Showing(quickstart));
    const show = new Showing(invalid);
    show.title("A plan with five mistakes, in examples/invalid: all are named, and nothing is sent");
    await show.fails(["preview"]);
    show.title("What the service saw of all that");
    const counts = await controlOf(emulator.urls)<Counts>("GET", "/counts");
    const { requests, writes, plans } = counts.serveravatar;
    console.log(`${requests} requests, ${writes} of them writes; ${plans} plans keep running, as the summaries said`);
  } finally {
    await Promise.all([quickstart.dispose(), invalid.dispose()]);
    await emulator.stop();
  }
}

interface Counts {
  serveravatar: { requests: number; writes: number; plans: number };
}

async function quickstartSteps(show: Showing): Promise<void> {
  show.title("Preview: what will be backed up, when, for how long, where, and what a delete does");
  await show.succeeds(["preview", "--diff"]);
  show.title("Create it");
  await show.succeeds(["up", "--yes", "--skip-preview"]);
  show.title("Again: nothing changes");
  await show.succeeds(["up", "--yes", "--skip-preview"]);
  show.title("A change, previewed: backups twice a day");
  await show.sets("quickstart:schedule", "Every 12 Hours");
  await show.succeeds(["preview", "--diff"]);
  show.title("A loss: shorter retention, refused in preview");
  await show.sets("quickstart:retention", "1 Month");
  await show.fails(["preview"]);
  show.title("The loss, agreed to where a reviewer sees it: in the program, here through its configuration");
  await show.sets("quickstart:allow", { "shorter-retention": "1 Month" });
  await show.succeeds(["up", "--yes", "--skip-preview"]);
  show.title("Remove the stack: what keeps running is said");
  await show.succeeds(["destroy", "--yes", "--skip-preview"]);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
