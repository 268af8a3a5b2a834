import assert from "node:assert/strict";
import type { Answer } from "../with/control";
import { useEmulator } from "./use-emulator";

export const project = "7f1d2c3b4a5968708f9e0d1c2b3a4958";
export const one = "d4603f69-ec7e-4e9b-803f-600b9205576f";
export const two = "44b277eb-39be-4921-be31-3d61b43651d7";
export const three = "33333333-3333-4333-8333-333333333333";
export const nobody = "00000000-0000-4000-8000-000000000000";

/** Trove of the emulator, within one project; backups take 10 s of its clock, deletions 5 s. */
export function useTrove(account = project) {
  const { control, to, urls } = useEmulator();
  const send = to("trove");
  const base = `/v1.0/${account}`;
  const ownHeaders = { "x-auth-token": "emulator-token", accept: "application/json" };
  const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    send(method, base + path, body, { ...ownHeaders, ...headers });
  const settings = (trove: object) => control("POST", "/settings", { trove });
  const advance = (seconds: number) => control("POST", "/time", { advance: seconds });
  const create = (backup: object) =>
    call("POST", "/backups", { backup: { name: "snapshot", instance: one, ...backup } });
  const show = (id: string) => call("GET", `/backups/${id}`);

  beforeEach(() => settings({ buildSeconds: 10, deleteSeconds: 5 }));

  /** A backup that is over; its id. */
  async function make(backup: object = {}): Promise<string> {
    const { status, body } = await create(backup);
    assert.equal(status, 202, JSON.stringify(body));
    await advance(10);
    return body.backup.id;
  }

  async function statusOf(id: string): Promise<string> {
    const { status, body } = await show(id);
    return status === 404 ? "gone" : body.backup.status;
  }

  return { urls, control, send, base, call, settings, advance, create, show, make, statusOf };
}

/** Status, name of the fault and its words. */
export function faultOf({ status, body }: Answer): [status: number, name: string, message: string] {
  const [name, { code, message }] = Object.entries(body)[0] as [string, { code: number; message: string }];
  assert.equal(code, status);
  return [status, name, message];
}
