#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { buffer } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { review } from "../review/review";
import { markdown } from "../review/words/markdown";

const USAGE = `usage: backup-plans review [preview.json] [--format markdown|json] [--now <ISO 8601 time>]

Reads what \`pulumi preview --json --show-sames\` wrote, from the file or from standard input, and writes what it means
for backups: Markdown for a pull request, or the same as JSON.
Run that preview with BACKUP_PLANS_LOSSES=report, so that it does not stop at the first loss without consent.

exit code: 0 clean, 2 a loss lacks consent, 1 an error or an incomplete preview`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      format: { type: "string", default: "markdown" },
      now: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const [command, file, ...others] = positionals;
  if (command !== "review" || others.length > 0) throw new Error(USAGE);
  const { format } = values;
  if (format !== "markdown" && format !== "json")
    throw new Error(`--format: must be markdown or json; given ${format}`);
  const now = values.now === undefined ? new Date() : new Date(values.now);
  if (Number.isNaN(now.getTime())) throw new Error(`--now: must be an ISO 8601 time; given ${values.now}`);
  const report = review(textOf(file === undefined ? await buffer(process.stdin) : bytesIn(file)), now);
  process.stdout.write(format === "json" ? `${JSON.stringify(report, undefined, 2)}\n` : markdown(report));
  return report.exitCode;
}

/** By the byte order mark: redirected by a shell of Windows, it may be UTF-16. */
function textOf(bytes: Buffer): string {
  const mark = bytes.toString("hex", 0, 2);
  const encoding = mark === "fffe" ? "utf-16le" : mark === "feff" ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

function bytesIn(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const how = "write it by: pulumi preview --json --show-sames > preview.json";
    throw new Error(`${file}: cannot be read (${(error as Error).message}); ${how}`);
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
