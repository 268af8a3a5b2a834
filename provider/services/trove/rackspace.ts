import { z } from "zod";
import { BackupError } from "../../core/ground/errors";
import { Client } from "../../core/http/client";
import { endpoint, repeatable, segment } from "../../core/http/endpoint";
import { refusedLogin } from "../../core/http/refused-login";
import type { Service } from "../../core/http/service";
import { type Attempt, SharedLogins } from "../../core/http/shared-logins";
import type { Context } from "../../core/kind/context";

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

/** Keys, and the environment variables that also hold them. */
const USERNAME = ["rackspace:username", "RAX_USERNAME"] as const;
const API_KEY = ["rackspace:apiKey", "RAX_API_KEY"] as const;
const AUTH_URL = ["rackspace:authUrl", "RAX_AUTH_URL"] as const;

type Access = z.output<typeof tokens.reply>["access"];

/** Access to Rackspace Cloud Databases by user name and API key. */
export class Rackspace {
  static of(context: Context): Rackspace | undefined {
    const { settings } = context;
    const username = settings.get(...USERNAME);
    const apiKey = settings.get(...API_KEY);
    if (!username && !apiKey) return undefined;
    if (!username) throw missing(settings.whereToSet(...USERNAME), "rackspace:username");
    if (!apiKey) throw missing(settings.whereToSet(...API_KEY), "rackspace:apiKey");
    context.redactor.add(apiKey);
    return new Rackspace(context, username, apiKey);
  }

  private constructor(
    private readonly context: Context,
    private readonly username: string,
    private readonly apiKey: string,
  ) {}

  /** What the login is made of, and where each is. */
  get whence(): string {
    const { settings } = this.context;
    return `${USERNAME[0]} ${settings.place(...USERNAME)}, ${API_KEY[0]} ${settings.place(...API_KEY)}`;
  }

  /** The account's address in its region, ending in the account. */
  async url(): Promise<string> {
    const { settings } = this.context;
    const region = settings.get("rackspace:region", "RAX_REGION");
    if (!region) throw missing(settings.whereToSet("rackspace:region", "RAX_REGION"), "rackspace:region");
    const { serviceCatalog } = await this.access();
    const databases = serviceCatalog?.find(({ name }) => name === "cloudDatabases")?.endpoints ?? [];
    const listed = databases.find((each) => each.region?.toUpperCase() === region.toUpperCase())?.publicURL;
    return listed ?? `https://${region.toLowerCase()}.databases.api.rackspacecloud.com/v1.0/${await this.project()}`;
  }

  async project(): Promise<string> {
    const account = this.context.settings.get("rackspace:accountId") ?? (await this.access()).token.tenant?.id;
    if (!account) throw missing(this.context.settings.whereToSet("rackspace:accountId"), "rackspace:accountId");
    return segment("rackspace:accountId", account);
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
    return this.context.settings.get(...AUTH_URL) ?? "https://identity.api.rackspacecloud.com/v2.0";
  }

  private get key(): string {
    return `${this.authUrl} ${this.username} ${this.apiKey}`;
  }

  private identityService(): Service {
    const { settings } = this.context;
    return {
      name: "Rackspace identity",
      url: this.authUrl.replace(/\/+$/, ""),
      headers: async () => ({}),
      explain: (status, body) => {
        const [shape] = Object.values((body ?? {}) as Record<string, { message?: string }>);
        return {
          words: shape?.message,
          hint: status === 401 ? `${API_KEY_HINT} ${refusedLogin(this.whence)}` : undefined,
        };
      },
      addressFrom: `${AUTH_URL[0]} ${settings.place(...AUTH_URL) ?? "(not set)"}`,
      isRefusal: () => false,
    };
  }
}

const API_KEY_HINT = "Is rackspace:apiKey the user's API key (not the password)?";

function missing(where: string, key: string): BackupError {
  return new BackupError(`${key} is missing; ${where}`);
}
