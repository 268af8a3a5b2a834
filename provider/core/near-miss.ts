import { closest, distance } from "fastest-levenshtein";

/** The word that was meant, if one is near: at most `most` letters are wrong, or half of them where nothing is said. */
export function nearMiss(given: string, words: readonly string[], most?: number): string | undefined {
  const near = nearest(given, words);
  const wrong = distance(given.toLowerCase(), near.toLowerCase());
  return wrong <= (most ?? Math.max(2, near.length / 2)) ? near : undefined;
}

function nearest(given: string, words: readonly string[]): string {
  const word = given.toLowerCase();
  const lower = words.map((each) => each.toLowerCase());
  const begun = lower.findIndex((each) => each.startsWith(word));
  return words[begun >= 0 ? begun : lower.indexOf(closest(word, lower))] as string;
}
