import { after, before } from "mocha";
import { type Emulator, type EmulatorOptions, type EmulatorUrls, startEmulator } from "../emulator";
import { Host, type Props } from "./host";

interface Options {
  settings?: EmulatorOptions["settings"];
  config?: Props;
  env?: NodeJS.ProcessEnv;
}

/** One emulator and one provider process, configured for it, for the tests of a `describe`. */
export function useHost({ settings, config, env }: Options = {}) {
  let emulator: Emulator;
  let host: Host;
  before(async () => {
    emulator = await startEmulator({ settings });
    host = await Host.start({ config: { ...configFor(emulator.urls), ...config }, env });
  });
  after(async () => {
    await host?.stop();
    await emulator?.stop();
  });
  const control = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const headers = { "content-type": "application/json" };
    const answer = await fetch(emulator.urls.control + path, {
      method,
      ...(body !== undefined && { headers, body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return text === "" ? undefined : JSON.parse(text);
  };
  const requests = async () => (await control("GET", "/requests")) as { method: string; path: string }[];
  return { host: () => host, control, requests };
}

/** What a program's stack would hold. */
export function configFor(urls: EmulatorUrls): Props {
  return {
    "serveravatar:token": "emulator-token",
    "serveravatar:endpoint": urls.serveravatar,
    "openstack:token": "emulator-token",
    "opentelekomcloud:token": "emulator-token",
    "trove:endpoint": urls.trove,
    "dds:endpoint": urls.dds,
    "geminidb:endpoint": urls.geminidb,
    "backup-plans:pollSeconds": "0.05",
  };
}
