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
