import type { PulumiEngine } from "./pulumi-engine";

const LOOK_MILLISECONDS = 10_000;

/** The number of looks in a row that must find no engine before it counts as ended. */
const LOOKS = 2;

/**
 * Ends this process after its engine was killed; otherwise it would stay for ever. It stays while a request is in flight, and
 * as long as the engine listens, however long the engine asks for nothing.
 */
export function endWithEngine(engine: PulumiEngine): void {
  if (engine.address === undefined) return;
  let missed = 0;
  const look = async () => {
    // This is read before the look, which is a connection itself.
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
