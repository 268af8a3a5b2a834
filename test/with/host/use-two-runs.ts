import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Host } from "./host";
import { configFor, useHost } from "./use-host";
import { useHosts } from "./with-host";

/** Two provider processes, as two runs of Pulumi on one machine have them, and services that hold nothing yet. */
export function useTwoRuns(settings: Record<string, unknown>): {
  first: () => Host;
  second: () => Host;
  state: <T>() => Promise<T>;
} {
  const { urls, control } = useHost({ settings });
  const start = useHosts();
  let hosts: Host[] = [];
  let home = "";
  beforeEach(async () => {
    await control("POST", "/reset");
    home = mkdtempSync(join(tmpdir(), "home-"));
    const run = () => start({ config: configFor(urls()), env: { PULUMI_HOME: home } });
    hosts = [await run(), await run()];
  });
  afterEach(() => rmSync(home, { recursive: true }));
  const state = async <T>() => (await control("GET", "/state")) as T;
  return { first: () => hosts[0]!, second: () => hosts[1]!, state };
}
