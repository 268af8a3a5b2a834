import { spawnSync } from "node:child_process";
import { printable } from "../core/ground/printable";
import { type Command, oneOf, someOf, timeOf } from "./command";
import { prometheus } from "./status/prometheus";
import { HEALTHS, statusIn } from "./status/status";
import { table } from "./status/table";
import { hasInput, textInFile, textOfInput } from "./text-in";

const HOW = "pulumi stack export > state.json";
const MOST_BYTES = 1024 ** 3;

const usage = `usage: backup-plans status [state.json] [options]

Reads what \`pulumi stack export\` wrote, from the file or from standard input; without either it runs that command. Writes
the health of each plan, policy and recovery point, its newest backup and its age, as the state has them: run
\`pulumi refresh\` before.

  --stack <name>                   the stack to export, where the command is run
  --format table|json|prometheus   table, if not given
  --fail-on <list>                 ${HEALTHS.join(",")}: exit with 3 where one of these is there
  --now <time>                     the time to reckon ages from, ISO 8601
  -h, --help                       this text

exit code: 1 an error, else 3 what --fail-on names, else 0`;

export const statusCommand: Command = {
  usage,
  values: ["stack", "format", "fail-on", "now"],
  flags: [],
  async run({ file, values }) {
    const format = oneOf("format", values.format, ["table", "json", "prometheus"]);
    const failOn = someOf("fail-on", values["fail-on"], HEALTHS);
    const now = timeOf(values.now);
    const status = statusIn(await stateIn(file, values.stack), now);
    const writers = { table, prometheus, json: (all: object) => `${JSON.stringify(all, undefined, 2)}\n` };
    process.stdout.write(writers[format](status));
    return status.resources.some(({ health }) => failOn.includes(health)) ? 3 : 0;
  },
};

async function stateIn(file: string | undefined, stack: string | undefined): Promise<string> {
  if (file !== undefined && stack !== undefined) {
    throw new Error(
      `--stack: names a stack to export, and ${printable(file)} is read in its place; leave one of them out`,
    );
  }
  if (file !== undefined) return textInFile(file, HOW);
  if (stack !== undefined || !hasInput()) return exported(stack);
  const text = await textOfInput();
  if (text.trim() !== "") return text;
  console.error("standard input is empty: this is the current stack; --stack names another one");
  return exported();
}

function exported(stack?: string): string {
  const args = ["stack", "export", ...(stack === undefined ? [] : ["--stack", stack])];
  const { status, stdout, stderr, error } = spawnSync("pulumi", args, { encoding: "utf8", maxBuffer: MOST_BYTES });
  if (error) throw new Error(`pulumi ${args.join(" ")}: ${error.message}; or create it by: ${HOW}`);
  if (status !== 0) throw new Error(`pulumi ${args.join(" ")} failed: ${stderr.trim()}`);
  return stdout;
}
