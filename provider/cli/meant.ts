import { nearMiss } from "../core/ground/near-miss";

/** Returns the end of a message about a wrong word: `; did you mean review?`, or nothing where no word is near. */
export function meant(given: string, words: readonly string[], dashes = ""): string {
  const near = nearMiss(given, words);
  return near === undefined ? "" : `; did you mean ${dashes}${near}?`;
}
