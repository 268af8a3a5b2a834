import { styleText } from "node:util";
import type { Stack } from "../with/engine/project";

/** Lines of the engine that only move: the result says the same. */
const NOISE = /^\s*$|^@ |urn=urn:pulumi|^ (\+|-|~|\+\+|--|\+-| {2}) +(pulumi:pulumi:Stack|pulumi-nodejs:)/;

/** Runs commands on a stack and shows them as a user would type and see them. */
export class Showing {
  constructor(private readonly stack: Stack) {}

  title(text: string): void {
    console.log(`\n${styleText("bold", `# ${text}`)}`);
  }

  async sets(key: string, value: string | object): Promise<void> {
    const shown = typeof value === "string" ? `"${value}"` : `'${JSON.stringify(value)}'`;
    console.log(styleText("cyan", `$ pulumi config set ${key} ${shown}`));
    await this.stack.setConfig({ [key]: value });
  }

  async succeeds(args: string[]): Promise<void> {
    const { code, stderr } = await this.run(args);
    if (code !== 0) throw new Error(`pulumi ${args.join(" ")} failed with code ${code}\n${stderr}`);
  }

  async fails(args: string[]): Promise<void> {
    const { code } = await this.run(args);
    if (code === 0) throw new Error(`pulumi ${args.join(" ")} should have been refused`);
    console.log(styleText("dim", `(refused: exit code ${code})`));
  }

  private async run(args: string[]) {
    console.log(styleText("cyan", `$ pulumi ${args.join(" ")}`));
    const start = Date.now();
    const waiting = setInterval(() => console.log(styleText("dim", `  … ${seconds(start)} s`)), 10_000);
    const result = await this.stack.run(args).finally(() => clearInterval(waiting));
    const lines = `${result.stdout}${result.stderr}`.split("\n").filter((line) => !NOISE.test(line));
    console.log(lines.join("\n"));
    return result;
  }
}

function seconds(start: number): number {
  return Math.round((Date.now() - start) / 1000);
}
