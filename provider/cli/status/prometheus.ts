import type { ResourceStatus, Status } from "./status";

type Metric = readonly [name: string, help: string, value: (of: ResourceStatus) => number | undefined];

const METRICS: readonly Metric[] = [
  ["last_backup_timestamp_seconds", "End of the newest completed backup.", ({ lastBackupAt }) => seconds(lastBackupAt)],
  [
    "longest_gap_seconds",
    "Longest time between two backups by the schedule.",
    ({ longestGapHours }) => longestGapHours && longestGapHours * 3600,
  ],
  ["next_run_timestamp_seconds", "Next run, as the service tells it.", ({ nextRun }) => seconds(nextRun)],
  ["size_bytes", "Size of the newest backup.", ({ sizeBytes }) => sizeBytes],
];

/** Returns the text format of Prometheus, version 0.0.4. */
export function prometheus({ stack, resources }: Status): string {
  const labels = ({ name, kind, urn }: ResourceStatus) =>
    `stack=${quoted(stack)},name=${quoted(name)},kind=${quoted(kind)},urn=${quoted(urn)}`;
  const health = resources.map((each) => `backup_plans_health{${labels(each)},health=${quoted(each.health)}} 1`);
  const others = METRICS.map(([name, help, read]) => {
    const values = resources.flatMap((each) => {
      const value = read(each);
      return value === undefined ? [] : [`backup_plans_${name}{${labels(each)}} ${value}`];
    });
    return block(name, help, values);
  });
  return [block("health", "1 for the health that a resource has.", health), ...others].join("");
}

function block(name: string, help: string, lines: readonly string[]): string {
  return [`# HELP backup_plans_${name} ${help}`, `# TYPE backup_plans_${name} gauge`, ...lines, ""].join("\n");
}

function quoted(value: string): string {
  return `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;
}

function seconds(time: string | undefined): number | undefined {
  return time === undefined ? undefined : new Date(time).getTime() / 1000;
}
