import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { EmulatorUrls } from "../emulator";
import type { Tool } from "./prepare";

export interface Suite {
  readonly title: string;
  readonly tool: "python" | "go";
  readonly args: readonly string[];
}

export interface Tally {
  passed: number;
  failed: number;
}

const limitMs = 120_000;

/** Runs one client's script, which prints "ok …" or "FAIL …" for each check. */
export async function runSuite(suite: Suite, tool: Tool | Error, urls: EmulatorUrls): Promise<Tally> {
  console.log(`\n${suite.title}`);
  const tally: Tally = { passed: 0, failed: 0 };
  const fail = (reason: string) => {
    tally.failed++;
    console.log(`  FAIL ${reason}`);
  };
  if (tool instanceof Error) {
    fail(`it could not be installed: ${tool.message}`);
    return tally;
  }
  const { command, folder: cwd, env } = tool;
  const local = { EMULATOR_URLS: JSON.stringify(urls), NO_PROXY: "127.0.0.1", no_proxy: "127.0.0.1" };
  const child = spawn(command, suite.args, {
    cwd,
    env: { ...process.env, ...local, ...env },
    stdio: ["ignore", "pipe", "inherit"],
    timeout: limitMs,
  });
  const ended = once(child, "close").catch((error: Error) => [error.message]);
  for await (const line of createInterface(child.stdout)) {
    // Anything else is what the client itself logs, such as each refusal at length.
    if (!/^(ok|FAIL) /.test(line)) continue;
    console.log(`  ${line}`);
    tally[line.startsWith("ok ") ? "passed" : "failed"]++;
  }
  const [code] = await ended;
  if (code !== 0) fail(`it ended with ${code}`);
  else if (tally.passed + tally.failed === 0) fail("it checked nothing");
  return tally;
}
