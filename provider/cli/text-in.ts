import { fstatSync, readFileSync } from "node:fs";
import { buffer } from "node:stream/consumers";

/** Returns the text of a file. `how` says for an error how to make one. */
export function textInFile(file: string, how: string): string {
  try {
    return decoded(readFileSync(file));
  } catch (error) {
    throw new Error(`${file}: cannot be read (${(error as Error).message}); create it by: ${how}`);
  }
}

/** Returns the text of standard input. A pipe that nobody closes would look like a hang. */
export async function textOfInput(): Promise<string> {
  const told = setTimeout(
    () => console.error("standard input has not ended yet; name a file to read that instead"),
    SILENT,
  );
  try {
    return decoded(await buffer(process.stdin));
  } finally {
    clearTimeout(told);
  }
}

const SILENT = 5_000;

/** Returns whether standard input is a file or a pipe, and no terminal. */
export function hasInput(): boolean {
  try {
    const input = fstatSync(0);
    return input.isFile() || input.isFIFO() || input.isSocket();
  } catch {
    return false;
  }
}

/** Decodes text by its byte order mark: PowerShell may write UTF-16. */
function decoded(bytes: Buffer): string {
  const mark = bytes.toString("hex", 0, 2);
  const encoding = mark === "fffe" ? "utf-16le" : mark === "feff" ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}
