import * as z from "zod";
import { insistOnAll } from "../../core/configuration/forms";
import { BackupError } from "../../core/ground/errors";
import { Client } from "../../core/http/client";
import { endpoint, repeatable, segment } from "../../core/http/endpoint";
import { type LoginParts, rejectedLogin } from "../../core/http/rejected-login";
import type { Service } from "../../core/http/service";
import { type Attempt, SharedLogins } from "../../core/http/shared-logins";
import type { Context } from "../../core/kind/context";
import { isOverLimit, REQUEST_ID_HEADERS } from "../openstack/answers";
import { isRackspace, rackspaceKeys, troveKeys } from "./configuration";

const tokens = repeatable(
  endpoint(
    "POST /tokens",
    z.object({
      access: z.object({
        token: z.object({ id: z.string(), tenant: z.object({ id: z.coerce.string() }).nullish() }),
        serviceCatalog: z
          .array(
            z.object({
              name: z.string(),
              endpoints: z.array(z.object({ region: z.string().nullish(), publicURL: z.string() })),
            }),
          )
          .nullish(),
      }),
    }),
  ),
);

type Access = z.output<typeof tokens.reply>["access"];

/** Access to Rackspace Cloud Databases by user name and API key. */
export class Rackspace {
  /** Returns nothing where Rackspace is not what is configured. */
  static of(context: Context): Rackspace | undefined {
    return isRackspace(context.settings) ? Rackspace.for("Trove at Rackspace", context) : undefined;
  }

  /** Returns the access of a service that is Rackspace's alone. */
  static for(service: string, context: Context): Rackspace {
    const { settings } = context;
    const keys = rackspaceKeys(settings);
    const needsRegion = troveKeys(settings).get("endpoint") === undefined;
    const needed = needsRegion ? (["username", "apiKey", "region"] as const) : (["username", "apiKey"] as const);
    const lacking = needed.filter((key) => keys.get(key) === undefined);
    insistOnAll(
      service,
      lacking.map((key) => keys.missing(key)),
    );
    context.redactor.add(keys.get("apiKey"));
    return new Rackspace(context, keys, keys.get("username")!, keys.get("apiKey")!);
  }

  private constructor(
    private readonly context: Context,
    private readonly keys: ReturnType<typeof rackspaceKeys>,
    private readonly username: string,
    private readonly apiKey: string,
  ) {}

  readonly what = "account";

  get region(): string | undefined {
    return this.keys.get("region")?.toUpperCase();
  }

  /** Returns the keys of the login. */
  get made(): LoginParts {
    const parts = ["username", "apiKey"];
    return {
      what: "login",
      keys: this.keys as LoginParts["keys"],
      parts,
      secret: ["apiKey", "API key (not the password)"],
    };
  }

  /** Returns the address of the account in its region. */
  async url(): Promise<string> {
    const region = this.keys.get("region") ?? "";
    const { serviceCatalog } = await this.access();
    const databases = serviceCatalog?.find(({ name }) => name === "cloudDatabases")?.endpoints ?? [];
    const listed = databases.find((each) => each.region?.toUpperCase() === region.toUpperCase())?.publicURL;
    return listed ?? `https://${region.toLowerCase()}.databases.api.rackspacecloud.com/v1.0/${await this.project()}`;
  }

  async project(): Promise<string> {
    const account = this.keys.get("accountId") ?? (await this.access()).token.tenant?.id;
    if (!account) throw new BackupError(this.keys.missing("accountId"));
    return segment(this.keys.named("accountId"), account);
  }

  async token(): Promise<string> {
    const { id } = (await this.access()).token;
    this.context.redactor.add(id);
    return id;
  }

  async renew(refused: string | undefined): Promise<void> {
    await this.logins.renew(this.key, refused, this.attempt);
  }

  private access(): Promise<Access> {
    return this.logins.session(this.key, this.attempt);
  }

  private get logins(): SharedLogins<Access> {
    return this.context.run.of("Rackspace logins", () => new SharedLogins<Access>(({ token }) => token.id));
  }

  private get attempt(): Attempt<Access> {
    return { enter: () => this.enter(), deadline: this.context.deadline };
  }

  private async enter(): Promise<Access> {
    const credentials = { username: this.username, apiKey: this.apiKey };
    const client = new Client(this.identityService(), this.context);
    const json = { auth: { "RAX-KSKEY:apiKeyCredentials": credentials } };
    return (await client.call(tokens, { path: {}, json })).access;
  }

  private get authUrl(): string {
    return this.keys.get("authUrl") ?? "https://identity.api.rackspacecloud.com/v2.0";
  }

  private get key(): string {
    return `${this.authUrl} ${this.username} ${this.apiKey}`;
  }

  private identityService(): Service {
    const name = "Rackspace identity";
    return {
      name,
      url: this.authUrl.replace(/\/+$/, ""),
      headers: async () => ({}),
      explain: (status, body) => {
        const [shape] = Object.values((body ?? {}) as Record<string, { message?: string }>);
        const words = shape?.message;
        if (status !== 401) return { words };
        return { words, rejected: rejectedLogin({ service: name, status, words }, this.made, this.context) };
      },
      addressFrom: this.keys.placed("authUrl"),
      isThrottled: isOverLimit,
      requestIdHeaders: REQUEST_ID_HEADERS,
    };
  }
}
