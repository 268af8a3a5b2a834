import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/**
 * Ends a process and everything below it, each by its id. Pulumi puts its plugins into process groups of their own, and
 * a dynamic provider whose engine is gone stays forever, so neither a signal to the child nor one to its group suffices.
 */
export function killTree(root: number): void {
  for (const pid of [root, ...descendants(root)]) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It ended by itself since it was listed.
    }
  }
}

function descendants(root: number): number[] {
  const all = listProcesses();
  const found: number[] = [];
  const open = [root];
  for (let pid = open.pop(); pid !== undefined; pid = open.pop()) {
    const children = all.filter((entry) => entry.parent === pid).map((entry) => entry.pid);
    found.push(...children);
    open.push(...children);
  }
  return found;
}

interface ProcessEntry {
  pid: number;
  parent: number;
}

// Slim containers have no `ps`, but on Linux there is always /proc.
function listProcesses(): ProcessEntry[] {
  return process.platform === "linux" ? fromProc() : fromPs();
}

function fromProc(): ProcessEntry[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, "utf8");
        // "pid (command) state parent …", and the command may hold spaces and parentheses.
        const parent = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1];
        return [{ pid: Number(name), parent: Number(parent) }];
      } catch {
        return [];
      }
    });
}

function fromPs(): ProcessEntry[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
  return lines.map((line) => {
    const [pid, parent] = line.trim().split(/\s+/).map(Number);
    return { pid: pid!, parent: parent! };
  });
}
