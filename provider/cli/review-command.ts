import { FAIL_ON, review } from "../review/review";
import { markdown } from "../review/words/markdown";
import { type Command, oneOf, someOf, timeOf } from "./command";
import { textInFile, textOfInput } from "./text-in";

const usage = `usage: backup-plans review [preview.json] [options]

Reads what \`pulumi preview --json --show-sames\` wrote, from the file or from standard input, and writes what it means
for backups: Markdown for a pull request, or the same as JSON.
Run that preview with BACKUP_PLANS_LOSSES=report, so that it does not stop at the first loss without consent.

  --format markdown|json   markdown, if not given
  --fail-on <list>         ${FAIL_ON.join(",")}: exit with 3 where one of these is there
  --week                   add the starts of the next 7 days
  --now <time>             the time to reckon from, ISO 8601
  -h, --help               this text

exit code: 1 an error or an incomplete preview, else 2 a loss lacks consent, else 3 what --fail-on names, else 0`;

export const reviewCommand: Command = {
  usage,
  values: ["format", "fail-on", "now"],
  flags: ["week"],
  async run({ file, values, flags }) {
    const format = oneOf("format", values.format, ["markdown", "json"]);
    const failOn = someOf("fail-on", values["fail-on"], FAIL_ON);
    const now = timeOf(values.now);
    const how = "pulumi preview --json --show-sames > preview.json";
    const text = file === undefined ? await textOfInput() : textInFile(file, how);
    const report = review(text, now, { failOn, week: flags.has("week") });
    process.stdout.write(format === "json" ? `${JSON.stringify(report, undefined, 2)}\n` : markdown(report));
    return report.exitCode;
  },
};
