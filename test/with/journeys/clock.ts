import { join } from "node:path";
import { QUICKLY } from "../engine/quickly";
import type { Journey } from "./journey";

/** Turns the service's clock, and gives the environment in which it is as late for a program and its provider. */
export async function turnClock(journey: Journey, days: number): Promise<NodeJS.ProcessEnv> {
  await journey.control("POST", "/time", { advance: { days } });
  return turnedClock(days);
}

export function turnedClock(days: number): NodeJS.ProcessEnv {
  return {
    NODE_OPTIONS: `${QUICKLY.NODE_OPTIONS} --require ${JSON.stringify(join(__dirname, "turned-clock.js"))}`,
    CLOCK_AHEAD_MILLISECONDS: `${days * 24 * 3_600_000}`,
  };
}
