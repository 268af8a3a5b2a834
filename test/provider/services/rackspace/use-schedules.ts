import assert from "node:assert/strict";
import { beforeEach } from "mocha";
import { owned, validOf } from "../../../kinds/asked";
import type { Args } from "../../../kinds/case";
import type { Props } from "../../../with/host/host";
import { HostError } from "../../../with/host/host-error";
import { ownAccounts } from "../../../with/host/own-accounts";
import { configFor, useHost } from "../../../with/host/use-host";
import { useRun } from "../../../with/host/with-host";

export const KIND = "rackspace:BackupSchedule";

/** An instance of the emulator, for one resource alone: what a process was shown it remembers. */
export const sourceOf = (copy: number) => `44444444-4444-4444-8444-44444444${`${copy}`.padStart(4, "0")}`;

export interface Schedule {
  id: string;
  source: { id: string };
  hour: number;
  day_of_week: number;
  full_backup_retention: number | null;
  copy_to?: string[];
}

/** What a program declares, and what became of it. */
interface Made {
  args: Props;
  id: string;
  inputs: Props;
  properties: Props;
}

/** Schedules of the emulator, each test with sources of its own, and what programs and others do to them. */
export function useSchedules() {
  const all = useHost({ settings: { rackspace: { moreInstances: 200 } } });
  const { host, urls, control, requests } = all;
  /** The process of a later run, as what a process made itself it does not delete. */
  const later = useRun(() => ({ config: configFor(urls()), accounts: ownAccounts(urls()) }));
  /** A source that no resource of another test has. */
  let source: string;
  let other: string;
  let last = 0;

  beforeEach(async () => {
    await control("POST", "/reset");
    [source, other] = [sourceOf(++last), sourceOf(++last)];
  });

  const schedules = async () => (await control("GET", "/state")).rackspace.schedules as Schedule[];
  const outside = (method: string, path: string, schedule?: object) =>
    all.outside().send("rackspace", method, `/v1.0/1234/schedules${path}`, schedule && { schedule });
  const stand = async (over: object = {}): Promise<string> => {
    const page = { action: "backup", day_of_week: 0, hour: 14, minute: 30, instance_id: source };
    return (await outside("POST", "", { ...page, ...over })).schedule.id;
  };
  const writes = async () =>
    (await requests()).filter(({ service, method }) => service === "rackspace" && method !== "GET");

  async function checked(args: Args, olds?: Props): Promise<Props> {
    const { inputs, failures } = await host().check(KIND, args, olds);
    assert.deepEqual(failures, []);
    return inputs;
  }

  const declared = (over: Args = {}) => owned({ ...validOf(KIND), sourceId: source, ...over });

  async function create(over: Args = {}, args = declared(over)): Promise<Made> {
    const inputs = await checked(args);
    return { args, inputs, ...(await host().create(KIND, inputs)) };
  }

  async function update({ args, id, inputs: olds, properties }: Made, over: Args): Promise<Props> {
    const inputs = await checked({ ...args, ...over }, olds);
    const { replaces } = await host().diff(KIND, id, properties, inputs);
    assert.deepEqual(replaces, []);
    return host().update(KIND, id, properties, inputs);
  }

  async function refusal(call: Promise<unknown>): Promise<string> {
    const error = await call.then(
      () => assert.fail("is not refused"),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof HostError, `${error}`);
    return error.message;
  }

  return {
    ...{ host, later, control, schedules, outside, stand, writes, checked, declared, create, update, refusal },
    source: () => source,
    other: () => other,
  };
}
