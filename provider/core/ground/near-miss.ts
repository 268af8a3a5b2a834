import { closest, distance } from "fastest-levenshtein";

const BEGINNING_LETTERS = 3;

/**
 * The word that was meant, if one is near: at most `most` letters are wrong; where nothing is said a third of them, or
 * all that is given is its beginning.
 */
export function nearMiss(given: string, words: readonly string[], most?: number): string | undefined {
  const near = nearest(given, words);
  const [word, meant] = [given.toLowerCase(), near.toLowerCase()];
  const isBeginning = most === undefined && word.length >= BEGINNING_LETTERS && meant.startsWith(word);
  const allowed = most ?? Math.max(word.length, meant.length) / 3;
  return isBeginning || distance(word, meant) <= allowed ? near : undefined;
}

function nearest(given: string, words: readonly string[]): string {
  const word = given.toLowerCase();
  const lower = words.map((each) => each.toLowerCase());
  const begun = lower.findIndex((each) => each.startsWith(word));
  return words[begun >= 0 ? begun : lower.indexOf(closest(word, lower))] as string;
}
