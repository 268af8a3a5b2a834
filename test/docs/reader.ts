import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Emulator, startEmulator } from "../emulator";
import { controlOf } from "../with/control";
import { findEngine } from "../with/engine/find";
import { type ProcessResult, runProcess } from "../with/engine/run-process";
import { install, linkModules, UsersFolder } from "../with/journeys/users-folder";
import { commandsAt, programAt } from "./markdown";

export const FIRST_PLAN = "README.md: Your first plan";

/** Somebody who types README's commands in an empty folder, with the emulator running. */
export class Reader {
  private constructor(
    private readonly outside: UsersFolder,
    private readonly emulator: Emulator,
    readonly folder: string,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  static async create(): Promise<Reader> {
    const outside = await UsersFolder.create();
    const emulator = await startEmulator({ settings: { buildSeconds: 0.05 } });
    const { dir = "" } = await findEngine();
    const folder = join(outside.root, "infra");
    await mkdir(folder);
    return new Reader(outside, emulator, folder, {
      PATH: `${dir}:${process.env.PATH}`,
      HOME: outside.root,
      PULUMI_HOME: join(outside.root, "home"),
      NO_COLOR: "1",
      PULUMI_SKIP_UPDATE_CHECK: "1",
      PROD_SERVERAVATAR_TOKEN: "emulator-token",
      // What a person is asked for: the passphrase, and whether to go on.
      PULUMI_CONFIG_PASSPHRASE: "of my choice",
      PULUMI_SKIP_CONFIRMATIONS: "true",
    });
  }

  /** The reader in another empty folder. */
  async in(name: string): Promise<Reader> {
    const folder = join(this.outside.root, name);
    await mkdir(folder);
    return new Reader(this.outside, this.emulator, folder, this.env);
  }

  /**
   * Writes a program, README's where none is given, and runs README's commands, with the keys of another service in the
   * place of ServerAvatar's. npm's packages are those of this repository.
   */
  async makesFirstPlan(program = programAt(FIRST_PLAN), keys?: readonly string[]): Promise<ProcessResult> {
    const [npm, ...rest] = commandsAt(FIRST_PLAN).trim().split("\n");
    // npm run test:matrix has npm install it, from the registry.
    assert.match(npm!, /^npm install \S+\.tgz @pulumi\/pulumi$/);
    assert.equal(rest.length, 7);
    const [begin, end] = [rest.slice(0, 3), rest.slice(5)];
    const commands = keys ? [...begin, ...keys, ...end] : rest;
    await linkModules(join(this.folder, "node_modules"));
    await install(this.folder, await this.outside.pack());
    await writeFile(join(this.folder, "package.json"), "{}");
    await this.writes(program);
    return this.succeeds(commands.join("\n"));
  }

  async writes(program: string): Promise<void> {
    await writeFile(join(this.folder, "index.ts"), program);
  }

  async edits(from: string, to: string): Promise<void> {
    const program = await readFile(join(this.folder, "index.ts"), "utf8");
    assert.ok(program.includes(from), `the program has no ${from}`);
    await this.writes(program.replaceAll(from, to));
  }

  async succeeds(commands: string, input = ""): Promise<ProcessResult> {
    const result = await this.types(commands, input);
    assert.equal(result.code, 0, `${commands}\n${result.stdout}${result.stderr}`);
    return result;
  }

  /** Runs commands as they stand, at the ports of this emulator. */
  async types(commands: string, input = ""): Promise<ProcessResult> {
    const { serveravatar, trove, dds, geminidb, identity, control, rds, rackspace } = this.emulator.urls;
    const urls = [serveravatar, trove, dds, geminidb, identity, control, rds, rackspace];
    const here = commands.replaceAll(/http:\/\/127\.0\.0\.1:430(\d)/g, (_, port) => urls[Number(port)]!);
    await writeFile(join(this.outside.root, "input"), input);
    const script = `set -eo pipefail\nexec < ../input\n${here}`;
    return runProcess("bash", ["-c", script], { cwd: this.folder, env: this.env, timeoutSeconds: 300 });
  }

  counts(): Promise<Record<string, { writes: number; plans: number }>> {
    return controlOf(this.emulator.urls)("GET", "/counts");
  }

  async leaves(): Promise<void> {
    await this.emulator.stop();
    await this.outside.remove();
  }
}
