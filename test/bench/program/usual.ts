import * as pulumi from "@pulumi/pulumi";
import { planRules, TARGET } from "../../../provider/services/serveravatar/schema";
import * as words from "../../../provider/services/serveravatar/words";
import { daily } from "../../with/journeys/plans";
import type { Made } from "./made";

const lists: Record<string, readonly string[]> = {
  type: words.TYPES,
  provider: words.PROVIDERS,
  schedule: words.SCHEDULES,
  retentionPeriod: words.RETENTION_PERIODS,
  applicationExtension: words.APPLICATION_EXTENSIONS,
  databaseExtension: words.DATABASE_EXTENSIONS,
};
const ids = ["organization", "server", "applicationId", "databaseId", "cloudStorageProviderId"];

/** The usual way to write a dynamic provider: Pulumi serializes all of it, with the same rules, into every resource. */
const provider: pulumi.dynamic.ResourceProvider = {
  async check(_olds, news) {
    const failures: { property: string; reason: string }[] = [];
    const refuse = (property: string, reason: string) =>
      failures.push({ property: "", reason: `${property}: ${reason}` });
    for (const [property, list] of Object.entries(lists)) {
      const value = news[property];
      if (value !== undefined && !list.includes(value)) refuse(property, `must be one of ${list.join(", ")}`);
    }
    for (const property of ids) if (!Number.isInteger(news[property])) refuse(property, "must be a whole number");
    for (const [property, broken] of planRules) {
      const reason = broken(news as never, undefined, { now: new Date(), settings: undefined as never });
      if (reason) refuse(property, reason);
    }
    return { inputs: news, failures };
  },
  async diff(_id, olds, news) {
    const changed = Object.keys(news).filter((key) => JSON.stringify(olds[key]) !== JSON.stringify(news[key]));
    const own = changed.filter((key) => key !== "__provider");
    const replaces = own.filter((key) => (TARGET as readonly string[]).includes(key));
    return { changes: own.length > 0, replaces };
  },
  async create(inputs) {
    const { organization, server, ...plan } = inputs;
    const body = Object.entries(plan).map(([key, value]) => [
      key.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`),
      value,
    ]);
    const url = `${process.env.SERVERAVATAR_ENDPOINT}/organizations/${organization}/servers/${server}/backups`;
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `${process.env.SERVERAVATAR_TOKEN}` },
      body: JSON.stringify({ ...Object.fromEntries(body), start_backup_from_now: 1 }),
    });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return { id: "1", outs: inputs };
  },
};

class UsualPlan extends pulumi.dynamic.Resource {
  constructor(name: string) {
    super(provider, name, { ...daily });
  }
}

export const made: Made = { Resource: UsualPlan, args: () => ({}) };
