import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Host } from "./host";
import { configFor, useHost } from "./use-host";

/** Two provider processes, as two runs of Pulumi on one machine have them, and services that hold nothing yet. */
export function useTwoRuns(settings: Record<string, unknown>): {
  first: () => Host;
  second: () => Host;
  state: <T>() => Promise<T>;
} {
  const { urls, control } = useHost({ settings });
  let hosts: Host[] = [];
  let home = "";
  beforeEach(async () => {
    await control("POST", "/reset");
    home = mkdtempSync(join(tmpdir(), "home-"));
    const start = () => Host.start({ config: configFor(urls()), env: { PULUMI_HOME: home } });
    hosts = [await start(), await start()];
  });
  afterEach(async () => {
    await Promise.all(hosts.splice(0).map((host) => host.stop()));
    rmSync(home, { recursive: true });
  });
  const state = async <T>() => (await control("GET", "/state")) as T;
  return { first: () => hosts[0]!, second: () => hosts[1]!, state };
}
