import type { Emulator } from "../../emulator";
import { Host } from "./host";
import { configFor, useHost } from "./use-host";

/** Two provider processes, as two runs of Pulumi have them, and services that hold nothing yet. */
export function useTwoRuns(settings: Record<string, unknown>): {
  first: () => Host;
  second: () => Host;
  state: <T>() => Promise<T>;
} {
  const { urls, control } = useHost({ settings });
  let hosts: Host[] = [];
  const start = (to: Emulator["urls"]) => Host.start({ config: configFor(to) });
  beforeEach(async () => {
    await control("POST", "/reset");
    hosts = await Promise.all([start(urls()), start(urls())]);
  });
  afterEach(() => Promise.all(hosts.splice(0).map((host) => host.stop())));
  const state = async <T>() => (await control("GET", "/state")) as T;
  return { first: () => hosts[0]!, second: () => hosts[1]!, state };
}
