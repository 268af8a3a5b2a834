import { parseArgs } from "node:util";
import type { Service } from "./fault-plan";
import { sweep } from "./sweep";

async function main() {
  const { values } = parseArgs({
    options: {
      plans: { type: "string", default: "20" },
      seed: { type: "string", default: "1" },
      service: { type: "string" },
      "no-kills": { type: "boolean" },
      "at-once": { type: "string", default: "24" },
    },
  });
  const began = Date.now();
  const services = (values.service?.split(",") ?? ["serveravatar", "trove", "dds", "geminidb"]) as Service[];
  const failures = await sweep(
    { services, plans: +values.plans!, seed: +values.seed!, kills: !values["no-kills"], atOnce: +values["at-once"]! },
    (f) => console.log(f.service, f.seed, f.plan, "\n   ", f.problems.join("\n    ")),
  );
  console.log(failures.length, "failures", (Date.now() - began) / 1000, "s", process.memoryUsage().rss / 1e6);
  process.exit();
}
main();
