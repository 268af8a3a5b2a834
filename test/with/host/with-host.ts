import { after, afterEach, before } from "mocha";
import { Host, type HostOptions } from "./host";

/** Starts a provider process, as a run of Pulumi has one, and ends it after `act`. */
export async function withHost<T>(options: HostOptions, act: (host: Host) => Promise<T>): Promise<T> {
  const host = await Host.start(options);
  try {
    return await act(host);
  } finally {
    await host.stop();
  }
}

/** A provider process for the tests of a `describe`, as one more run of Pulumi has it. */
export function useRun(options: () => HostOptions): () => Host {
  let host: Host;
  before(async () => {
    host = await Host.start(options());
  });
  after(() => host?.stop());
  return () => host;
}

/** Starts provider processes that end with the test. */
export function useHosts(): (options: HostOptions) => Promise<Host> {
  const hosts: Host[] = [];
  afterEach(() => Promise.all(hosts.splice(0).map((host) => host.stop())));
  return async (options) => {
    const host = await Host.start(options);
    hosts.push(host);
    return host;
  };
}
