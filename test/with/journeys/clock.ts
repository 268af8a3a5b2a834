import { join } from "node:path";
import { QUICKLY } from "../engine/quickly";

/** Returns the environment in which a program and its provider are so many days ahead. */
export function turnedClock(days: number): NodeJS.ProcessEnv {
  return {
    NODE_OPTIONS: `${QUICKLY.NODE_OPTIONS} --require ${JSON.stringify(join(__dirname, "turned-clock.js"))}`,
    CLOCK_AHEAD_MILLISECONDS: `${days * 24 * 3_600_000}`,
  };
}
