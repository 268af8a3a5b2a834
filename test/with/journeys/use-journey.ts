import { after, before } from "mocha";
import { startEmulator } from "../../emulator";
import { findEngine } from "../engine/find";
import { Stack, type StackOptions } from "../engine/project";
import { AS_USERS, QUICKLY } from "../engine/quickly";
import { HERE } from "../where";
import { Journey } from "./journey";

interface Options extends Omit<Partial<StackOptions>, "dir"> {
  /** The program's folder; without it the one that declares what it is told to. */
  dir?: () => string | Promise<string>;
  /** Where endpoint and token are; in the environment they leave no trace in state. */
  configuredBy?: "environment";
  /** Of the emulator. */
  settings?: Record<string, unknown>;
}

/** One stack on one emulator, for the tests of a `describe`, which follow each other in its life. */
export function useJourney(options: Options = {}): () => Journey {
  let journey: Journey;
  before(async () => {
    const emulator = await startEmulator({ settings: { buildSeconds: 0.05, ...options.settings } });
    journey = new Journey(await stackFor(emulator.urls.serveravatar, options), emulator);
  });
  after(async () => {
    await journey?.stack.dispose();
    await journey?.emulator.stop();
  });
  return () => journey;
}

async function stackFor(endpoint: string, { dir, configuredBy, ...options }: Options): Promise<Stack> {
  const inConfig = { "serveravatar:endpoint": endpoint, "serveravatar:token": { secret: "emulator-token" } };
  const inEnvironment = { SERVERAVATAR_ENDPOINT: endpoint, SERVERAVATAR_TOKEN: "emulator-token" };
  const { config, env } = options;
  return Stack.create(await findEngine(), {
    name: options.name,
    dir: (await dir?.()) ?? HERE.program,
    config: { ...(configuredBy ? {} : inConfig), "backup-plans:pollSeconds": 0.1, ...config },
    env: { ...(configuredBy && inEnvironment), ...(dir ? AS_USERS : QUICKLY), ...env },
  });
}
