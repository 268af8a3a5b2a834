import { join } from "node:path";
import { after, before } from "mocha";
import { startEmulator } from "../emulator";
import { findEngine } from "../engine/find";
import { Stack, type StackOptions } from "../engine/project";
import { Journey } from "./journey";

const declaring = join(__dirname, "..", "programs", "journey");

interface Options extends Omit<Partial<StackOptions>, "dir"> {
  /** The program's folder; without it the one that declares what it is told to. */
  dir?: () => string | Promise<string>;
  /** Of the emulator. */
  settings?: Record<string, unknown>;
}

/** One stack on one emulator, for the tests of a `describe`, which follow each other in its life. */
export function useJourney({ settings, config, env, dir = () => declaring, ...options }: Options = {}): () => Journey {
  let journey: Journey;
  before(async () => {
    const emulator = await startEmulator({ settings: { buildSeconds: 0.05, ...settings } });
    const own = {
      "serveravatar:endpoint": emulator.urls.serveravatar,
      "serveravatar:token": { secret: "emulator-token" },
      "backup-plans:pollSeconds": 0.1,
    };
    const stack = await Stack.create(await findEngine(), {
      ...options,
      dir: await dir(),
      config: { ...own, ...config },
      // The types of the programs are checked with those of the tests.
      env: { PULUMI_NODEJS_TRANSPILE_ONLY: "true", ...env },
    });
    journey = new Journey(stack, emulator);
  });
  after(async () => {
    await journey?.stack.dispose();
    await journey?.emulator.stop();
  });
  return () => journey;
}
