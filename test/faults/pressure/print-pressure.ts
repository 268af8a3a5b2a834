import { grid } from "../told-grid";
import { many, placesFor } from "./many";
import { type Pressure, underPressure } from "./pressure";

const PER_MINUTE = 60;

const runs = {
  dds: () => many(200, "dds"),
  trove: () => many(200, "trove"),
  mix: () => many(50, "plan", "trove", "dds", "geminidb"),
  plans: () => many(200, "plan"),
};

/** 200 resources against endpoints of 60 requests a minute; true when nothing failed. */
export async function printPressure(only?: readonly string[]): Promise<boolean> {
  const rows: string[][] = [];
  let isGood = true;
  for (const [name, declare] of Object.entries(runs)) {
    if (only && !only.includes(name)) continue;
    const declared = declare();
    const found = await underPressure(declared, { perMinute: PER_MINUTE, settings: placesFor(declared.length) });
    if (found.code !== 0 || found.stored !== declared.length || found.made !== declared.length) {
      isGood = false;
      console.log(found.text);
    }
    rows.push([name, `${declared.length}`, `${found.stored}`, `${found.made}`, minutes(found), ...requests(found)]);
    console.log(rows.at(-1)!.join(" | "));
  }
  console.log(`\nEndpoints of ${PER_MINUTE} requests a minute, all resources at once:\n`);
  console.log(grid(["", "resources", "in state", "made", "minutes", "requests (refused as too many)"], rows));
  return isGood;
}

function minutes({ seconds }: Pressure): string {
  return (seconds / 60).toFixed(1);
}

function requests({ requests: by }: Pressure): string[] {
  return [
    Object.entries(by)
      .map(([service, { all, throttled }]) => `${service} ${all} (${throttled})`)
      .join(", "),
  ];
}
