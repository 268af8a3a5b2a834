import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

export interface RunningProcess {
  readonly pid: number;
  readonly parent: number;
  /** With its arguments, separated by spaces. */
  readonly command: string;
}

/** Every process below `root`, parents before their children. */
export function processesBelow(root: number): RunningProcess[] {
  const all = listProcesses();
  const found: RunningProcess[] = [];
  const open = [root];
  for (let pid = open.shift(); pid !== undefined; pid = open.shift()) {
    const children = all.filter((each) => each.parent === pid);
    found.push(...children);
    open.push(...children.map((each) => each.pid));
  }
  return found;
}

// Slim containers have no `ps`, but on Linux there is always /proc.
function listProcesses(): RunningProcess[] {
  return process.platform === "linux" ? fromProc() : fromPs();
}

function fromProc(): RunningProcess[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, "utf8");
        // "pid (command) state parent …", and the command may hold spaces and parentheses.
        const parent = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1];
        const command = readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ");
        return [{ pid: Number(name), parent: Number(parent), command }];
      } catch {
        return [];
      }
    });
}

function fromPs(): RunningProcess[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" }).trim().split("\n");
  return lines.flatMap((line) => {
    const [, pid, parent, command = ""] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
  });
}
