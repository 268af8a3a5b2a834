import { z } from "zod";
import { insistOnAll } from "../../provider/core/configuration/forms";
import { Keys } from "../../provider/core/configuration/keys";
import type { Settings } from "../../provider/core/configuration/settings";
import { ServiceError } from "../../provider/core/ground/errors";
import { Client } from "../../provider/core/http/client";
import { endpoint } from "../../provider/core/http/endpoint";
import type { Context } from "../../provider/core/kind/context";
import type { Common } from "../../provider/core/kind/definition";
import type { RecoveryPoints } from "../../provider/core/recovery-points/recovery-points";
import { account } from "./account";

export interface Backup extends Common {
  volume: number;
}

const row = z.object({ id: z.string(), name: z.string(), volume: z.number(), done: z.boolean(), at: z.string() });

type Row = z.output<typeof row>;

const calls = {
  list: endpoint("GET /backups", z.array(row)),
  one: endpoint("GET /backups/{id}", row),
  make: endpoint("POST /backups", row),
  remove: endpoint("DELETE /backups/{id}", z.unknown()),
};

export function keysOf(settings: Settings): Keys<keyof typeof account.sample> {
  return new Keys(settings, "sample", account.sample);
}

/** The backups of the account that is configured. */
export function backups(context: Context): RecoveryPoints<Backup, Row> {
  const client = () => clientOf(context);
  return {
    context,
    service: "Sample",
    noun: "sample backup",
    namesAreUnique: false,
    listShowsAll: true,
    queue: ({ volume }) => `${volume}`,
    list: async () => client().call(calls.list, { path: {} }),
    find: async (id) => ofOne(client().call(calls.one, { path: { id } })),
    send: async ({ name, volume }, going) =>
      (await client().call(calls.make, { path: {}, json: { name, volume }, going })).id,
    remove: async (id) => void (await ofOne(client().call(calls.remove, { path: { id } }))),
    isBusy: () => false,
    idOf: ({ id }) => id,
    nameOf: ({ name }) => name,
    stateOf: ({ done }) => (done ? "ready" : "pending"),
    outputsOf: ({ done, at }) => ({ startedAt: at, ...(done && { finishedAt: at, lastBackupAt: at }) }),
    differences: (found, { volume }) => (found.volume === volume ? [] : [["volume", found.volume]]),
  };
}

/** The answer; nothing where the service says that there is no such backup. */
async function ofOne<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ServiceError && error.status === 404) return undefined;
    throw error;
  }
}

function clientOf(context: Context): Client {
  const keys = keysOf(context.settings);
  const [token, url] = [keys.get("token"), keys.get("endpoint")];
  insistOnAll("Sample", [...(token ? [] : [keys.missing("token")]), ...(url ? [] : [keys.missing("endpoint")])]);
  context.redactor.add(token!);
  const service = {
    name: "Sample",
    url: url!,
    addressFrom: keys.named("endpoint"),
    headers: async () => ({ authorization: token! }),
    explain: (_status: number, body: unknown) => ({ words: (body as { message?: string } | undefined)?.message }),
  };
  return new Client(service, context);
}
