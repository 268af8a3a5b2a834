// Preloaded into the processes of a run: each keeps a file with its own peak, as Pulumi kills its provider processes.
const { readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { role } = require("./role");

const file = join(process.env.BENCH_PEAKS, `${role}-${process.pid}`);
const write = () => writeFileSync(file, `${peak() / 1024}`);

/** In kB. What Linux tells by `resourceUsage` is at least the peak of the engine, which started this process. */
function peak() {
  if (process.platform !== "linux") return process.resourceUsage().maxRSS;
  return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync("/proc/self/status", "utf8"))[1]);
}

setInterval(write, 100).unref();
process.on("exit", write);
