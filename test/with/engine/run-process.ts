import { spawn } from "node:child_process";
import { constants } from "node:os";
import { basename } from "node:path";
import { onExit } from "signal-exit";
import { killTree } from "./kill-tree";

export interface ProcessOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** After this time the process and all below it are ended, and the promise is rejected. */
  timeoutSeconds?: number;
  /** Ends the process and all below it, as a crash would: the result has code 137, and Pulumi's lock stays. */
  signal?: AbortSignal;
  /** Gets stdout and stderr as they come. */
  onOutput?: (text: string) => void;
}

export interface ProcessResult {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a command without a shell; whatever it started is gone when this process ends. */
export function runProcess(command: string, args: string[], options: ProcessOptions = {}): Promise<ProcessResult> {
  const { cwd, env, timeoutSeconds, signal, onOutput } = options;
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    const kill = () => child.pid !== undefined && killTree(child.pid);
    const forgetExit = onExit(() => void kill());
    const deadline = timeoutSeconds === undefined ? undefined : AbortSignal.timeout(timeoutSeconds * 1000);
    for (const stop of [signal, deadline]) stop?.addEventListener("abort", kill);
    const stdout = collect(child.stdout, onOutput);
    const stderr = collect(child.stderr, onOutput);
    const finish = (settle: () => void) => {
      forgetExit();
      for (const stop of [signal, deadline]) stop?.removeEventListener("abort", kill);
      settle();
    };
    child.on("error", (error) => finish(() => reject(error)));
    child.on("close", (code, signalName) => {
      const result = { code: code ?? 128 + constants.signals[signalName!], stdout: stdout(), stderr: stderr() };
      finish(() => (deadline?.aborted ? reject(tooSlow(command, timeoutSeconds!, result)) : resolve(result)));
    });
  });
}

function collect(stream: NodeJS.ReadableStream, onOutput?: (text: string) => void): () => string {
  let all = "";
  stream.setEncoding("utf8").on("data", (text: string) => {
    all += text;
    onOutput?.(text);
  });
  return () => all;
}

function tooSlow(command: string, seconds: number, { stdout, stderr }: ProcessResult): Error {
  const tail = `${stdout}${stderr}`.slice(-2000);
  return new Error(`${basename(command)} did not end within ${seconds} s and was stopped.\n${tail}`);
}
