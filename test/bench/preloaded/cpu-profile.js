// Preloaded into the processes of a run: each keeps profiles of itself, one a second, as Pulumi kills its provider processes.
const { Session } = require("node:inspector");
const { writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { role } = require("./role");

const session = new Session();
session.connect();
session.post("Profiler.enable");
session.post("Profiler.start");
let part = 0;

function keep() {
  session.post("Profiler.stop", (error, { profile } = {}) => {
    if (error) throw error;
    const file = join(process.env.BENCH_PROFILES, `${role}-${process.pid}-${part++}.cpuprofile`);
    writeFileSync(file, JSON.stringify(profile));
  });
}

setInterval(() => {
  keep();
  session.post("Profiler.start");
}, 1000).unref();
process.on("exit", keep);
