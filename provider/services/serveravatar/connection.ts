import { insist, insistOnAll } from "../../core/configuration/forms";
import { Client } from "../../core/http/client";
import { otherAddress } from "../../core/http/judge";
import { rejectedLogin } from "../../core/http/rejected-login";
import type { Service } from "../../core/http/service";
import type { Context } from "../../core/kind/context";
import { api, type Run } from "./api";
import { configuration, keysOf } from "./configuration";
import { type Age, type Reader, RunList } from "./runs/run-list";

const NAME = "ServerAvatar";

const SEE_PANEL = "check the id in ServerAvatar's panel";

const NO_ORGANIZATION = `organization: no such organization, or the token does not belong to it; ${SEE_PANEL}`;

/** The meaning of a 404 by its words, from the pages "Create" and "Update". */
const NOT_FOUND: readonly (readonly [RegExp, string])[] = [
  [/server/i, `server: ${SEE_PANEL}`],
  [/application/i, `applicationId: ${SEE_PANEL}`],
  [/storage/i, `cloudStorageProviderId: ${SEE_PANEL} (Cloud Storage)`],
  [/database/i, `databaseId: ${SEE_PANEL}`],
  [
    /schedule/i,
    "ServerAvatar has no such plan: where adopt names it, correct the id; otherwise pulumi up --replace with this resource's URN makes a new one",
  ],
];

/** The 404 of a web framework. It has the path, which names all that could be missing. */
const NO_ROUTE = /\broute\b.* not (be )?found/i;

const FUTURE = "startBackup must be still to come, in the server's own time zone";

const NO_PERMISSION = "The token's user lacks the permission group Backup, or API access is off";

/** The 500s that the vendor uses for bad input: nothing was done. */
const REFUSALS = /invalid schedule|invalid retention|future date|disk space|can not perform|not completed/i;

/** Access to one ServerAvatar account. */
export class Account {
  readonly client: Client;
  private readonly keys: ReturnType<typeof keysOf>;
  private readonly token: string;
  private readonly url: string;

  constructor(readonly context: Context) {
    const { settings } = context;
    insist(configuration(settings).failures);
    this.keys = keysOf(settings);
    const token = this.keys.get("token") ?? "";
    insistOnAll(NAME, token === "" ? [this.keys.missing("token")] : []);
    context.redactor.add(token);
    this.token = token;
    this.url = (this.keys.get("endpoint") ?? "https://api.serveravatar.com").replace(/\/+$/, "");
    this.client = new Client(this.service(this.keys.get("authorization") === "bearer"), context);
  }

  /** The key of the look-ups that all resources of this account share. */
  get key(): string {
    return `${this.url} ${this.token}`;
  }

  /** Returns all runs that the organization's list shows. */
  runs(organization: number, age: Age = "now"): Promise<Run[]> {
    return this.listOf(organization).look(age, this.reader(organization));
  }

  /** Returns one run of that list. */
  run(organization: number, id: string, age: Age): Promise<Run | undefined> {
    return this.listOf(organization).one(id, age, this.reader(organization));
  }

  private reader(organization: number): Reader {
    const { client, context } = this;
    return {
      deadline: context.deadline,
      pageAt: async (page) => {
        const shown = await client.call(api.runs, { path: { organization }, query: { page } });
        client.tellUnreadable(shown.data);
        return shown;
      },
    };
  }

  private listOf(organization: number): RunList {
    return this.context.run.of(`ServerAvatar runs ${this.key} ${organization}`, () => new RunList());
  }

  private service(isBearer: boolean): Service {
    return {
      name: NAME,
      url: this.url,
      addressFrom: this.keys.placed("endpoint"),
      headers: async () => ({ authorization: isBearer ? `Bearer ${this.token}` : this.token }),
      explain: (status, body) => ({
        words: wordsOf(body),
        hint: this.hint(status, wordsOf(body)),
        rejected: status === 401 && wordsOf(body) !== undefined ? this.rejected() : undefined,
      }),
      // The token stays the same; what a gateway refuses once, it may take the second time, and nothing was done.
      renew: async () => undefined,
      isRefusal: (body) => REFUSALS.test(wordsOf(body) ?? ""),
    };
  }

  private rejected(): string {
    const made = { what: "token", keys: this.keys, parts: ["token"], secret: ["token", "key"] } as const;
    return rejectedLogin({ service: NAME, status: 401 }, made, this.context);
  }

  private hint(status: number, words = ""): string | undefined {
    if (status === 403) return NO_PERMISSION;
    if (status !== 404) return /future date/i.test(words) ? FUTURE : undefined;
    const isConfigured = this.keys.place("endpoint") !== undefined;
    const elsewhere = isConfigured ? otherAddress(this.url, this.keys.placed("endpoint")) : undefined;
    if (NO_ROUTE.test(words)) return elsewhere;
    if (/organization/i.test(words)) return elsewhere ? `${NO_ORGANIZATION}. ${elsewhere}` : NO_ORGANIZATION;
    return NOT_FOUND.find(([pattern]) => pattern.test(words))?.[1];
  }
}

/** Returns the words of a refusal: its message, and with 422 also the errors by field. */
function wordsOf(body: unknown): string | undefined {
  const { message, errors } = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
  const fields = Object.entries((errors ?? {}) as Record<string, unknown>).map(([field, why]) => `${field}: ${why}`);
  const words = [message, ...fields].filter((word) => word !== undefined && word !== "");
  return words.length > 0 ? words.join("; ") : undefined;
}
