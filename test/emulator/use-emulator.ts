import { after, before, beforeEach } from "mocha";
import { type Answer, request } from "../with/control";
import { type Emulator, type EmulatorUrls, startEmulator } from "./start-emulator";

type Send = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;

/** One emulator for the tests of a `describe`, as new before each test. */
export function useEmulator() {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator();
  });
  after(() => emulator.stop());
  const control: Send = (method, path, body) => request(emulator.urls.control + path, method, body);
  beforeEach(() => control("POST", "/reset"));
  const authorization = "emulator-token";
  const serveravatar: Send = (method, path, body, headers = { authorization }) =>
    request(emulator.urls.serveravatar + path, method, body, headers);
  const to =
    (service: keyof EmulatorUrls): Send =>
    (method, path, body, headers = { "x-auth-token": authorization }) =>
      request(emulator.urls[service] + path, method, body, headers);
  return { control, serveravatar, to, urls: () => emulator.urls };
}
