import { processesBelow } from "./processes";

/**
 * Ends a process and everything below it, each by its id. Pulumi puts its plugins into process groups of their own, and
 * a dynamic provider whose engine is gone stays forever, so neither a signal to the child nor one to its group suffices.
 */
export function killTree(root: number): void {
  for (const pid of [root, ...processesBelow(root).map((each) => each.pid)]) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It ended by itself since it was listed.
    }
  }
}
