import { Client } from "../../core/client";
import type { Context } from "../../core/context";
import { BackupError } from "../../core/errors";
import type { Service } from "../../core/service";
import { api, type Run, type RunPage } from "./api";
import { type Age, RunList } from "./run-list";

const SEE_PANEL = "check the id in ServerAvatar's panel";

/** What a 404 of the page "Create" or "Update" means here, by its words. */
const NOT_FOUND: readonly (readonly [RegExp, string])[] = [
  [/organization/i, `organization: no such organization, or the token does not belong to it; ${SEE_PANEL}`],
  [/server/i, `server: ${SEE_PANEL}`],
  [/application/i, `applicationId: ${SEE_PANEL}`],
  [/storage/i, `cloudStorageProviderId: ${SEE_PANEL} (Cloud Storage)`],
  [/database/i, `databaseId: ${SEE_PANEL}`],
  [/schedule/i, "the plan no longer exists in ServerAvatar"],
];

const STATUS_HINTS: Record<number, string> = {
  401: "The token was not accepted: is serveravatar:token the current API key? Generating a key ends the one before",
  403: "The token's user lacks the permission group Backup, or API access is off",
};

/** The 500s that the vendor uses for bad input: nothing was done. */
const REFUSALS = /invalid schedule|invalid retention|future date|disk space|can not perform|not completed/i;

export const KEYS = ["serveravatar:token", "serveravatar:endpoint", "serveravatar:authorization"];

/** Access to one ServerAvatar account. */
export class Account {
  readonly client: Client;
  private readonly token: string;
  private readonly url: string;

  constructor(readonly context: Context) {
    const { settings } = context;
    const token = settings.get("serveravatar:token", "SERVERAVATAR_TOKEN");
    if (!token) {
      const where = settings.whereToSet("serveravatar:token", "SERVERAVATAR_TOKEN");
      throw new BackupError(`serveravatar:token is missing; ${where}`);
    }
    context.redactor.add(token);
    this.token = token;
    const url = settings.get("serveravatar:endpoint", "SERVERAVATAR_ENDPOINT") ?? "https://api.serveravatar.com";
    this.url = url.replace(/\/+$/, "");
    this.client = new Client(this.service(settings.get("serveravatar:authorization") ?? "raw"), context);
  }

  /** Of what is looked up for all resources at once. */
  get key(): string {
    return `${this.url} ${this.token}`;
  }

  /** All runs that the organization's list shows. */
  runs(organization: number, age: Age = "now"): Promise<Run[]> {
    return this.listOf(organization).look(age, (page) => this.runPage(organization, page));
  }

  /** One of them. */
  run(organization: number, id: string, age: Age): Promise<Run | undefined> {
    return this.listOf(organization).one(id, age, (page) => this.runPage(organization, page));
  }

  private async runPage(organization: number, page: number): Promise<RunPage> {
    const shown = await this.client.call(api.runs, { path: { organization }, query: { page } });
    this.client.tellUnreadable(shown.data);
    return shown;
  }

  private listOf(organization: number): RunList {
    const key = `${this.key} ${organization}`;
    const list = lists.get(key) ?? new RunList();
    lists.set(key, list);
    return list;
  }

  private service(authorization: string): Service {
    if (authorization !== "raw" && authorization !== "bearer") {
      throw new BackupError(`serveravatar:authorization must be "raw" or "bearer"; given "${authorization}"`);
    }
    return {
      name: "ServerAvatar",
      url: this.url,
      addressFrom: "serveravatar:endpoint",
      headers: async () => ({ authorization: authorization === "bearer" ? `Bearer ${this.token}` : this.token }),
      explain: (status, body) => ({ words: wordsOf(body), hint: hintFor(status, wordsOf(body) ?? "") }),
      // The token stays the same; what a gateway refuses once, it may take the second time, and nothing was done.
      renew: async () => undefined,
      isRefusal: (_status, body) => REFUSALS.test(wordsOf(body) ?? ""),
    };
  }
}

const lists = new Map<string, RunList>();

/** `{"message"}`, and with 422 `"errors"` by field. */
function wordsOf(body: unknown): string | undefined {
  const { message, errors } = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
  const fields = Object.entries((errors ?? {}) as Record<string, unknown>).map(([field, why]) => `${field}: ${why}`);
  const words = [message, ...fields].filter((word) => word !== undefined && word !== "");
  return words.length > 0 ? words.join("; ") : undefined;
}

function hintFor(status: number, words: string): string | undefined {
  if (status === 404) return NOT_FOUND.find(([pattern]) => pattern.test(words))?.[1];
  if (/future date/i.test(words)) return "startBackup must be still to come, in the server's own time zone";
  return STATUS_HINTS[status];
}
