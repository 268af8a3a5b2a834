#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { printable } from "../core/ground/printable";
import { type Command, parsed } from "./command";
import { discoverCommand } from "./discover-command";
import { meant } from "./meant";
import { reviewCommand } from "./review-command";
import { statusCommand } from "./status-command";

const COMMANDS: { readonly [name: string]: Command } = {
  review: reviewCommand,
  status: statusCommand,
  discover: discoverCommand,
};

const USAGE = `usage: backup-plans <command> [options]

  review    what a pulumi preview means for backups, for a pull request
  status    the health of every plan, policy and recovery point in a state
  discover  what an account has, what has no plan, and a program that adopts it

  -h, --help      this text; behind a command, how that is used
  -v, --version   the version of the package`;

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === "--help" || name === "-h" || name === "help") {
    console.log(commandOf(args[0])?.usage ?? USAGE);
    return 0;
  }
  if (name === "--version" || name === "-v") {
    console.log(version());
    return 0;
  }
  if (name === undefined) throw new Error(USAGE);
  const command = commandOf(name);
  if (!command) throw new Error(`${printable(name)}: no such command${meant(name, Object.keys(COMMANDS))}\n\n${USAGE}`);
  const given = parsed(args, command);
  if (given !== "help") return command.run(given);
  console.log(command.usage);
  return 0;
}

function version(): string {
  return JSON.parse(readFileSync(join(__dirname, "../../package.json"), "utf8")).version;
}

function commandOf(name: string | undefined): Command | undefined {
  return name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
}

// A reader that has seen enough closes the pipe: `backup-plans status | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
