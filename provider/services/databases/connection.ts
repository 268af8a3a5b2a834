import { insist, insistOnAll } from "../../core/configuration/forms";
import { BackupError } from "../../core/ground/errors";
import { Client } from "../../core/http/client";
import { segment } from "../../core/http/endpoint";
import { type LoginParts, rejectedLogin } from "../../core/http/rejected-login";
import type { Service } from "../../core/http/service";
import type { Context } from "../../core/kind/context";
import type { Account } from "../../core/kind/definition";
import { isOverLimit, REQUEST_ID_HEADERS } from "../openstack/answers";
import { inCatalog, Keystone } from "../openstack/keystone";
import { type OpenStack, openStack } from "./clouds/openstack";
import { Rackspace } from "./clouds/rackspace";
import { configuration, troveKeys } from "./configuration";

interface Way {
  /** How a person calls what it leads to. */
  what: "account" | "project";
  region: string | undefined;
  /** The keys that make up the login. */
  made: LoginParts;
  url(): Promise<string>;
  /** The project or account, which the address ends in. */
  project(): Promise<string>;
  token(): Promise<string>;
  renew?(refused: string | undefined): Promise<void>;
  tls?: Service["tls"];
}

const NAME = "Trove";

/** A client of the one cloud that is configured. */
export async function connect(context: Context): Promise<Client> {
  const { settings } = context;
  insist(configuration(settings).failures);
  const way = wayIn(context);
  const url = (await addressOf(context, way)).replace(/\/+$/, "");
  const place = troveKeys(settings).place("endpoint");
  return new Client(
    {
      name: NAME,
      url,
      addressFrom: `trove:endpoint ${place ?? "(not set), else the catalog"}`,
      headers: async () => ({ "x-auth-token": await way.token() }),
      explain: (status, body) => explain(status, body, way.made, context),
      isRefusal: (_status, body) => /Cannot connect to Swift/.test(wordsOf(body) ?? ""),
      isThrottled: isOverLimit,
      requestIdHeaders: REQUEST_ID_HEADERS,
      renew: way.renew && ((used) => way.renew!(used["x-auth-token"])),
      tls: way.tls,
    },
    context,
  );
}

/** Returns the project or account in which a request's address ends, and the configured region. */
export async function accountOf(context: Context): Promise<Account> {
  insist(configuration(context.settings).failures);
  const way = wayIn(context);
  const [, written] = /\/v1\.0\/([^/]+)\/*$/.exec(await addressOf(context, way)) ?? [];
  return [`${way.what} ${written ?? (await way.project())}`, way.region];
}

/** Configured, with or without `/v1.0/{project}` at its end; else as the way in tells it. */
async function addressOf(context: Context, way: Way): Promise<string> {
  const endpoint = troveKeys(context.settings).get("endpoint")?.replace(/\/+$/, "");
  if (!endpoint) return way.url();
  if (/\/v1\.0\/[^/]+$/.test(endpoint)) return endpoint;
  return `${endpoint.replace(/\/v1\.0$/, "")}/v1.0/${segment("the project", await way.project())}`;
}

function wayIn(context: Context): Way {
  const rackspace = Rackspace.of(context);
  const cloud = openStack(context.settings);
  if (rackspace && (cloud.login || cloud.token)) {
    throw new BackupError(
      "rackspace:… and openstack:… are both configured, and trove.Backup can go to one of them: remove one, or use an explicit provider for each",
    );
  }
  return rackspace ?? openStackWay(context, cloud);
}

function openStackWay(context: Context, cloud: OpenStack): Way {
  const { settings, redactor } = context;
  redactor.add(cloud.token);
  const { login, keys, made, tls } = cloud;
  if (!login) return readyToken(context, cloud);
  const body = JSON.stringify(login.identity);
  for (const [, secret] of body.matchAll(/"(?:password|secret)":"((?:[^"\\]|\\.)*)"/g))
    redactor.add(JSON.parse(`"${secret}"`));
  const keystone = new Keystone(login, context);
  return {
    what: "project",
    region: cloud.region,
    made,
    url: async () => {
      const session = await keystone.session();
      const url = inCatalog(session, ["database"], cloud.region, cloud.face);
      if (url) return url;
      const where = cloud.region ? ` in region ${cloud.region}` : "";
      throw new BackupError(
        `the catalog has no database service (interface ${cloud.face}${where}); ${troveKeys(settings).missing("endpoint")}`,
      );
    },
    project: async () => {
      const project = cloud.projectId ?? (await keystone.session()).projectId;
      if (project !== undefined) return project;
      throw new BackupError(`the login has no project: ${keys.missing("tenantName", keys.named("tenantId"))}`);
    },
    token: async () => (await keystone.session()).token,
    renew: (refused) => keystone.renew(refused),
    tls,
  };
}

/** A token that is used as it is needs no Keystone, where the address of the service is written. */
function readyToken({ settings }: Context, cloud: OpenStack): Way {
  const { token, keys, made, tls, projectId } = cloud;
  const address = troveKeys(settings).get("endpoint");
  if (token === undefined || address === undefined) {
    insistOnAll(
      `${NAME} (for Rackspace: rackspace:username, rackspace:apiKey and rackspace:region instead)`,
      cloud.missing,
    );
  }
  const project = async () => {
    if (projectId !== undefined) return projectId;
    throw new BackupError(keys.missing("tenantId"));
  };
  const ready = { token: async () => `${token}`, renew: async () => undefined };
  return { what: "project", region: cloud.region, made, url: project, project, ...ready, tls };
}

/** Five shapes, from Trove, from webob, from Keystone, from rate limits and from gateways. */
function wordsOf(body: unknown): string | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  const { message } = body as { message?: string };
  if (typeof message === "string")
    return message
      .replace(/<[^>]*>/g, " ")
      .replace(/\s+/g, " ")
      .trim();
  const [shape] = Object.values(body) as { message?: string }[];
  return shape?.message;
}

function explain(status: number, body: unknown, made: LoginParts, context: Context): ReturnType<Service["explain"]> {
  const words = wordsOf(body);
  if (words === undefined) return { words };
  if (status === 401 && !/swift/i.test(words)) {
    return { words, rejected: rejectedLogin({ service: NAME, status, words }, made, context) };
  }
  return { words, hint: hintFor(status, words) };
}

function hintFor(status: number, words: string): string | undefined {
  if (status === 404 && /swift/i.test(words)) return "The project has no object storage, where backups would be kept";
  if (status === 404 && /could not be found/.test(words)) return "trove:endpoint: no such route at this address";
  if (status === 404) return "instance, parentId or backup: no such id in this project";
  if (status === 413) return "The project's quota of backups is used up: delete old ones, or have it raised";
  if (status === 401) return "The object storage does not accept the user";
  if (status === 403) return "The user may not do this in this project, or the address names another project";
  return undefined;
}
