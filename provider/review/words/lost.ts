interface Lost {
  /** The words for the loss; its numbers stand beside them. */
  words: string;
  /** The rows of a change that repeat the loss. */
  rows: readonly string[];
}

/** The kinds of losses that have numbers. */
export const LOST: { readonly [kind: string]: Lost } = {
  "shorter-retention": { words: "kept for less time", rows: ["Kept"] },
  "less-frequent": { words: "backs up less often", rows: ["Longest gap", "Kept"] },
  disable: { words: "automated backups are off", rows: ["Longest gap", "Kept"] },
  "narrower-scope": { words: "backs up less", rows: ["Protects"] },
  "change-destination": { words: "goes to another place", rows: ["Kept on"] },
  "replace-recovery-point": { words: "the replacement deletes a recovery point", rows: [] },
};
