import { createHash } from "node:crypto";
import { homedir } from "node:os";
import { join } from "node:path";

/** Returns the folder for what outlives a process or is meant for another one. No name that a program gave is written there. */
export function memoryFolder(): string {
  return join(process.env.PULUMI_HOME ?? join(homedir(), ".pulumi"), "backup-plans");
}

const hashes = new Map<string, string>();

/** Returns the hash of a text, computed once: the same texts are asked for often. */
export function hash(text: string): string {
  const known = hashes.get(text) ?? createHash("sha256").update(text).digest("hex").slice(0, 16);
  hashes.set(text, known);
  return known;
}
