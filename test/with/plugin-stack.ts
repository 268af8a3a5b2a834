import assert from "node:assert/strict";
import type { EngineVersion } from "./engine/engine";
import { findEngine } from "./engine/find";
import { Stack } from "./engine/project";
import { AS_USERS } from "./engine/quickly";
import type { ProcessResult } from "./engine/run-process";
import { inOwnNamespace } from "./host/form";
import { configFor } from "./host/use-host";
import { Outside } from "./outside";
import type { Where } from "./where";

interface Options {
  /** The folder of the program. */
  dir: string;
  /** Folders that come on PATH after that of the engine. */
  path?: readonly string[];
  engine?: EngineVersion;
  /** The settings of the emulator. */
  settings?: Record<string, unknown>;
  /** Whose account it has. */
  where?: Where;
}

/** A stack whose program has the plugin, and an emulator that its accounts, objects of our own namespace, lead to. */
export class PluginStack {
  private constructor(
    readonly stack: Stack,
    readonly outside: Outside,
  ) {}

  static async open({ dir, path = [], engine: version, settings, where }: Options): Promise<PluginStack> {
    const outside = await Outside.start({ settings });
    const engine = await findEngine({ version });
    const config = inOwnNamespace(configFor(outside.urls, where));
    const stack = await Stack.create(engine, { dir, path, config, env: AS_USERS });
    return new PluginStack(stack, outside);
  }

  /** Returns the output of a run, which must succeed, and how much it wrote to the services. */
  async done(act: (stack: Stack) => Promise<ProcessResult>): Promise<{ text: string; writes: number }> {
    await this.outside.control("DELETE", "/requests");
    const { code, stdout, stderr } = await act(this.stack);
    const text = stdout + stderr;
    assert.equal(code, 0, text);
    return { text, writes: (await this.outside.writes()).length };
  }

  /** Returns the output of a run, which must be refused. */
  async refused(act: (stack: Stack) => Promise<ProcessResult>): Promise<string> {
    const { code, stdout, stderr } = await act(this.stack);
    assert.notEqual(code, 0, stdout);
    return stdout + stderr;
  }

  async close(): Promise<void> {
    await this.stack.dispose();
    await this.outside.close();
  }
}
