// Preloaded into the processes of a run: each keeps a file with its own peak, as Pulumi kills its provider processes.
const { writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { role } = require("./role");

const file = join(process.env.BENCH_PEAKS, `${role}-${process.pid}`);
const write = () => writeFileSync(file, `${process.resourceUsage().maxRSS / 1024}`);

setInterval(write, 100).unref();
process.on("exit", write);
