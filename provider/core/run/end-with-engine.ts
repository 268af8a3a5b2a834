import type { PulumiEngine } from "./pulumi-engine";

const LOOK_MILLISECONDS = 10_000;

/** How many looks in a row find no engine before it is taken to have ended. */
const LOOKS = 2;

/**
 * Ends the process once its engine has ended, which it would outlive when the engine is killed. It stays while anything is
 * in flight, and as long as the engine listens, however long that asks for nothing.
 */
export function endWithEngine(engine: PulumiEngine): void {
  if (engine.address === undefined) return;
  let missed = 0;
  const look = async () => {
    // Before the look, which is a connection itself.
    const isIdle = process.getActiveResourcesInfo().every((each) => WAITING.has(each));
    missed = (await engine.lives()) ? 0 : missed + 1;
    if (missed >= LOOKS && isIdle) process.exit();
  };
  setInterval(look, LOOK_MILLISECONDS).unref();
}

/**
 * The resources that Node counts as active in a process that only waits: for the time, for a caller, at its standard
 * streams. All else is in flight: a connection, a look-up of a name, a file, whichever package of the program began it.
 */
const WAITING = new Set(["Timeout", "Immediate", "TCPServerWrap", "PipeWrap", "TTYWrap"]);
