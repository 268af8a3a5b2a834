import * as z from "zod";
import { withoutLogin } from "../../core/configuration/forms";
import { BackupError } from "../../core/ground/errors";
import { Client } from "../../core/http/client";
import { endpoint, repeatable } from "../../core/http/endpoint";
import { otherAddress } from "../../core/http/judge";
import { type LoginParts, rejectedLogin } from "../../core/http/rejected-login";
import type { Service } from "../../core/http/service";
import { type Attempt, SharedLogins } from "../../core/http/shared-logins";
import type { Context } from "../../core/kind/context";
import { isOverLimit, REQUEST_ID_HEADERS } from "./answers";

/** A login by Keystone v3, which OpenStack and OTC's IAM have. */
export interface Login {
  /** The name of the identity service in messages. */
  name: string;
  authUrl: string;
  /** The key of its address. */
  addressFrom: string;
  /** The body of the token request, or an existing token. */
  identity: { body: unknown } | { token: string };
  /** The keys of that login. */
  made: LoginParts;
  /** The certificate authority in PEM. */
  certificateAuthority?: string;
  /** The key that names its file. */
  authorityFrom?: string;
  insecure?: boolean;
}

/** The answer to a login. */
export interface Session {
  token: string;
  projectId?: string;
  catalog: z.output<typeof catalog>;
}

const catalog = z.array(
  z.object({
    type: z.string(),
    endpoints: z.array(z.object({ interface: z.string(), region: z.string().nullish(), url: z.string() })),
  }),
);

const reply = z.object({
  token: z.object({ project: z.object({ id: z.string() }).nullish(), catalog: catalog.nullish() }),
});

const getToken = repeatable(endpoint("POST /auth/tokens", reply));
const showToken = endpoint("GET /auth/tokens", reply);

/** One token for all resources of an account. */
export class Keystone {
  private readonly key: string;

  constructor(
    private readonly login: Login,
    private readonly context: Context,
  ) {
    this.key = JSON.stringify(login);
  }

  async session(): Promise<Session> {
    const session = await this.logins.session(this.key, this.attempt);
    this.context.redactor.add(session.token);
    return session;
  }

  async renew(refused: string | undefined): Promise<void> {
    if ("token" in this.login.identity) {
      throw new BackupError(
        `${rejectedLogin({ service: this.login.name, status: 401 }, this.login.made, this.context)}. ` +
          "From a password or an application credential the provider gets new tokens itself",
      );
    }
    const { token } = await this.logins.renew(this.key, refused, this.attempt);
    this.context.redactor.add(token);
  }

  private get logins(): SharedLogins<Session> {
    return this.context.run.of("Keystone logins", () => new SharedLogins<Session>(({ token }) => token));
  }

  private get attempt(): Attempt<Session> {
    return { enter: () => this.enter(), deadline: this.context.deadline };
  }

  private async enter(): Promise<Session> {
    const { identity } = this.login;
    if ("token" in identity) return this.show(identity.token);
    const client = new Client(this.service({}), this.context);
    const { body, headers } = await client.ask(getToken, { path: {}, json: identity.body });
    const token = headers["x-subject-token"];
    if (typeof token !== "string") throw new BackupError(noToken(this.login, client.address));
    return { token, ...projectAndCatalog(body) };
  }

  private async show(token: string): Promise<Session> {
    const client = new Client(this.service({ "x-auth-token": token, "x-subject-token": token }), this.context);
    const { body } = await client.ask(showToken, { path: {} });
    return { token, ...projectAndCatalog(body) };
  }

  private service(headers: Record<string, string>): Service {
    const { name, authUrl, addressFrom, made, certificateAuthority, authorityFrom, insecure } = this.login;
    const url = /\/v3\/?$/.test(authUrl) ? authUrl.replace(/\/+$/, "") : `${authUrl.replace(/\/+$/, "")}/v3`;
    return {
      name,
      url,
      headers: async () => headers,
      explain: (status, body) => {
        const words = wordsOf(body);
        // A login that is wrong is a 401: nothing else of Keystone's is missing here.
        if (status === 404) return { words, hint: otherAddress(url, addressFrom) };
        if (status !== 401) return { words };
        return { words, rejected: rejectedLogin({ service: name, status, words }, made, this.context) };
      },
      addressFrom,
      isThrottled: isOverLimit,
      requestIdHeaders: REQUEST_ID_HEADERS,
      tls: { certificateAuthority, authorityFrom, insecure },
    };
  }
}

function noToken({ name, addressFrom }: Login, url: string): string {
  const address = withoutLogin(url);
  return (
    `${name}: POST ${address}/auth/tokens was accepted, but its answer lacks the header X-Subject-Token, which holds ` +
    `the token. Is ${addressFrom} ("${address}") the identity service itself, or a proxy that drops headers? Correct ` +
    "the address, or configure a token"
  );
}

function projectAndCatalog({ token }: z.output<typeof reply>): Omit<Session, "token"> {
  return { projectId: token.project?.id, catalog: token.catalog ?? [] };
}

function wordsOf(body: unknown): string | undefined {
  return (body as { error?: { message?: string } } | undefined)?.error?.message;
}

/** Returns the address of a service in the catalog. */
export function inCatalog(
  session: Session,
  types: readonly string[],
  region: string | undefined,
  face: string,
): string | undefined {
  const services = session.catalog.filter(({ type }) => types.includes(type));
  const endpoints = services.flatMap((service) => service.endpoints);
  const fitting = endpoints.filter((each) => each.interface === face && (!region || each.region === region));
  return fitting[0]?.url;
}
