import { closest, distance } from "fastest-levenshtein";

const BEGINNING_LETTERS = 3;

/**
 * Returns the word that was probably meant: at most `most` letters are wrong. Without `most`, a third of the letters may be
 * wrong, and the beginning or a short form of a single word counts, too: `timeout` and `timeoutMins` for `timeoutMinutes`.
 */
export function nearMiss(given: string, words: readonly string[], most?: number): string | undefined {
  const near = nearest(given, words);
  const [word, meant] = [given.toLowerCase(), near.toLowerCase()];
  const isBeginning = most === undefined && word.length >= BEGINNING_LETTERS && meant.startsWith(word);
  const allowed = most ?? Math.max(word.length, meant.length) / 3;
  if (isBeginning || distance(word, meant) <= allowed) return near;
  return most === undefined ? shortened(given, words) : undefined;
}

function nearest(given: string, words: readonly string[]): string {
  const word = given.toLowerCase();
  const lower = words.map((each) => each.toLowerCase());
  const begun = lower.findIndex((each) => each.startsWith(word));
  return words[begun >= 0 ? begun : lower.indexOf(closest(word, lower))] as string;
}

/** Returns the single word whose parts are shortened in the same order: `reqSecs` for `requestTimeoutSeconds`. */
function shortened(given: string, words: readonly string[]): string | undefined {
  const parts = partsOf(given);
  if (given.length < BEGINNING_LETTERS) return undefined;
  const [one, another] = words.filter((word) => areShort(parts, partsOf(word)));
  return another === undefined ? one : undefined;
}

function areShort([part, ...parts]: readonly string[], whole: readonly string[]): boolean {
  if (part === undefined) return true;
  const at = whole.findIndex((each) => isShort(part, each));
  return at >= 0 && areShort(parts, whole.slice(at + 1));
}

/** Returns whether it has the word's first letter and leaves out others: `mins` for `minutes`. */
function isShort(part: string, word: string): boolean {
  const end = [...part].reduce((from, letter) => (from < 0 ? from : word.indexOf(letter, from) + 1 || -1), 0);
  return word.startsWith(part.slice(0, 2)) && end > 0;
}

/** Returns the parts of a name in camel case, or with - and _ between them. */
function partsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[\s_.-]+/)
    .filter((part) => part !== "");
}
