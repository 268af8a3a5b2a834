import { type Configured, insist } from "../../core/configuration/forms";
import type { Settings } from "../../core/configuration/settings";
import { Client } from "../../core/http/client";
import { segment } from "../../core/http/endpoint";
import { type LoginParts, rejectedLogin } from "../../core/http/rejected-login";
import type { Service } from "../../core/http/service";
import type { Context } from "../../core/kind/context";
import type { Account } from "../../core/kind/definition";
import { isOverLimit, REQUEST_ID_HEADERS } from "../openstack/answers";
import { troveKeys } from "./configuration";
import { isOfForm } from "./gone";

/** A way to log in, with the project or account that it leads to. */
export interface Way {
  /** The name of what it leads to in messages. */
  what: "account" | "project";
  region: string | undefined;
  /** The keys of the login. */
  made: LoginParts;
  url(): Promise<string>;
  /** The project or account. The address ends in it. */
  project(): Promise<string>;
  token(): Promise<string>;
  renew?(refused: string | undefined): Promise<void>;
  tls?: Service["tls"];
}

/** The differences between services of cloud databases. */
interface Particulars {
  /** Its name in messages. */
  name: string;
  configuration(settings: Settings): Configured;
  wayIn(context: Context): Way;
  /** Returns a hint about a refusal, by its words; `address` is the key of the service's address. */
  hint(status: number, words: string, address: string): string | undefined;
}

/** Access to a service of cloud databases by the configured login. */
export function accessTo(service: Particulars) {
  const wayIn = (context: Context) => {
    insist(service.configuration(context.settings).failures);
    return service.wayIn(context);
  };
  return {
    async connect(context: Context): Promise<Client> {
      const way = wayIn(context);
      const url = (await addressOf(context, way)).replace(/\/+$/, "");
      return new Client(serviceAt(url, way, service, context), context);
    },
    /** Returns the project or account of the requests, and the configured region. */
    async accountOf(context: Context): Promise<Account> {
      const way = wayIn(context);
      const [, written] = /\/v1\.0\/([^/]+)\/*$/.exec(await addressOf(context, way)) ?? [];
      return [`${way.what} ${written ?? (await way.project())}`, way.region];
    },
  };
}

function serviceAt(url: string, way: Way, { name, hint }: Particulars, context: Context): Service {
  const keys = troveKeys(context.settings);
  return {
    name,
    url,
    addressFrom: keys.placed("endpoint", "(not set), else the catalog"),
    headers: async () => ({ "x-auth-token": await way.token() }),
    explain: (status, body) => {
      const words = wordsOf(body);
      if (words === undefined) return { words };
      if (status === 401 && !/swift/i.test(words)) {
        return { words, rejected: rejectedLogin({ service: name, status, words }, way.made, context) };
      }
      return { words, hint: hint(status, words, keys.named("endpoint")) };
    },
    // An instance without backups answers "not implemented", before anything is made.
    isRefusal: (body) => /Cannot connect to Swift/.test(wordsOf(body) ?? "") || isOfForm(body, "notImplemented"),
    isThrottled: isOverLimit,
    requestIdHeaders: REQUEST_ID_HEADERS,
    renew: way.renew && ((used) => way.renew!(used["x-auth-token"])),
    tls: way.tls,
  };
}

/** Returns the address: the configured one, with or without `/v1.0/{project}` at its end, otherwise that of the login. */
async function addressOf(context: Context, way: Way): Promise<string> {
  const endpoint = troveKeys(context.settings).get("endpoint")?.replace(/\/+$/, "");
  if (!endpoint) return way.url();
  if (/\/v1\.0\/[^/]+$/.test(endpoint)) return endpoint;
  return `${endpoint.replace(/\/v1\.0$/, "")}/v1.0/${segment("the project", await way.project())}`;
}

/** Returns the words of a refusal by Trove, webob, Keystone, a rate limit or a gateway, which have five forms. */
function wordsOf(body: unknown): string | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  const { message } = body as { message?: string };
  if (typeof message === "string")
    return message
      .replace(/<[^>]*>/g, " ")
      .replace(/\s+/g, " ")
      .trim();
  const [shape] = Object.values(body) as { message?: unknown }[];
  return typeof shape?.message === "string" ? shape.message : undefined;
}
