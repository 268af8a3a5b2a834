import { z } from "zod";
import { Client } from "../../core/client";
import type { Context } from "../../core/context";
import { endpoint, repeatable } from "../../core/endpoint";
import { BackupError } from "../../core/errors";
import type { Service } from "../../core/service";
import { SharedLogins } from "../../core/shared-logins";

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

const logins = new SharedLogins<Access>(({ token }) => token.id);

/** Access to Rackspace Cloud Databases by user name and API key. */
export class Rackspace {
  static of(context: Context): Rackspace | undefined {
    const { settings } = context;
    const username = settings.get("rackspace:username", "RAX_USERNAME");
    const apiKey = settings.get("rackspace:apiKey", "RAX_API_KEY");
    if (!username && !apiKey) return undefined;
    if (!username) throw missing(settings.whereToSet("rackspace:username", "RAX_USERNAME"), "rackspace:username");
    if (!apiKey) throw missing(settings.whereToSet("rackspace:apiKey", "RAX_API_KEY"), "rackspace:apiKey");
    context.redactor.add(apiKey);
    return new Rackspace(context, username, apiKey);
  }

  private constructor(
    private readonly context: Context,
    private readonly username: string,
    private readonly apiKey: string,
  ) {}

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
    return account;
  }

  async token(): Promise<string> {
    const { id } = (await this.access()).token;
    this.context.redactor.add(id);
    return id;
  }

  async renew(refused: string | undefined): Promise<void> {
    await logins.renew(this.key, refused, () => this.enter());
  }

  private access(): Promise<Access> {
    return logins.session(this.key, () => this.enter());
  }

  private async enter(): Promise<Access> {
    const credentials = { username: this.username, apiKey: this.apiKey };
    const client = new Client(identityService(this.authUrl), this.context);
    const json = { auth: { "RAX-KSKEY:apiKeyCredentials": credentials } };
    return (await client.call(tokens, { path: {}, json })).access;
  }

  private get authUrl(): string {
    return (
      this.context.settings.get("rackspace:authUrl", "RAX_AUTH_URL") ?? "https://identity.api.rackspacecloud.com/v2.0"
    );
  }

  private get key(): string {
    return `${this.authUrl} ${this.username} ${this.apiKey}`;
  }
}

function identityService(url: string): Service {
  return {
    name: "Rackspace identity",
    url: url.replace(/\/+$/, ""),
    headers: async () => ({}),
    explain: (_status, body) => {
      const [shape] = Object.values((body ?? {}) as Record<string, { message?: string }>);
      return { words: shape?.message, hint: "Is rackspace:apiKey the user's API key (not the password)?" };
    },
    addressFrom: "rackspace:authUrl",
    isRefusal: () => false,
  };
}

function missing(where: string, key: string): BackupError {
  return new BackupError(`${key} is missing; ${where}`);
}
