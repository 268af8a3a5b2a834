import { after, before, beforeEach } from "mocha";
import { type Emulator, type EmulatorUrls, startEmulator } from "./start-emulator";

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever came back.
  readonly body: any;
}

type Send = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;

async function send(url: string, method: string, body: unknown, headers: Record<string, string>): Promise<Answer> {
  const json = { "content-type": "application/json", ...headers };
  const answer = await fetch(
    url,
    body === undefined ? { method, headers } : { method, headers: json, body: JSON.stringify(body) },
  );
  const text = await answer.text();
  const isJson = answer.headers.get("content-type")?.includes("json");
  return { status: answer.status, headers: answer.headers, body: isJson && text ? JSON.parse(text) : text };
}

/** One emulator for the tests of a `describe`, as new before each test. */
export function useEmulator() {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator();
  });
  after(() => emulator.stop());
  const control: Send = (method, path, body) => send(emulator.urls.control + path, method, body, {});
  beforeEach(() => control("POST", "/reset"));
  const authorization = "emulator-token";
  const serveravatar: Send = (method, path, body, headers = { authorization }) =>
    send(emulator.urls.serveravatar + path, method, body, headers);
  const to =
    (service: keyof EmulatorUrls): Send =>
    (method, path, body, headers = { "x-auth-token": authorization }) =>
      send(emulator.urls[service] + path, method, body, headers);
  return { control, serveravatar, to, urls: () => emulator.urls };
}
