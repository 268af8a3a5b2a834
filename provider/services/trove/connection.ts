import { insist } from "../../core/configuration/forms";
import { BackupError } from "../../core/ground/errors";
import { Client } from "../../core/http/client";
import { segment } from "../../core/http/endpoint";
import { refusedLogin } from "../../core/http/refused-login";
import type { Service } from "../../core/http/service";
import type { Context } from "../../core/kind/context";
import { inCatalog, Keystone } from "../openstack/keystone";
import { configuration } from "./configuration";
import { openStack } from "./openstack";
import { Rackspace } from "./rackspace";

interface Way {
  /** What the login is made of, and where each is. */
  whence: string;
  url(): Promise<string>;
  /** The project or account, which the address ends in. */
  project(): Promise<string>;
  token(): Promise<string>;
  renew?(refused: string | undefined): Promise<void>;
  tls?: Service["tls"];
}

/** A client of the one cloud that is configured. */
export async function connect(context: Context): Promise<Client> {
  const { settings } = context;
  insist(configuration(settings).failures);
  const way = wayIn(context);
  const url = (await addressOf(context, way)).replace(/\/+$/, "");
  return new Client(
    {
      name: "Trove",
      url,
      addressFrom: `trove:endpoint ${settings.place("trove:endpoint") ?? "(not set), else the catalog"}`,
      headers: async () => ({ "x-auth-token": await way.token() }),
      explain: (status, body) => explain(status, body, way.whence),
      isRefusal: (_status, body) => /Cannot connect to Swift/.test(wordsOf(body) ?? ""),
      renew: way.renew && ((used) => way.renew!(used["x-auth-token"])),
      tls: way.tls,
    },
    context,
  );
}

/** Configured, with or without `/v1.0/{project}` at its end; else as the way in tells it. */
async function addressOf(context: Context, way: Way): Promise<string> {
  const endpoint = context.settings.get("trove:endpoint")?.replace(/\/+$/, "");
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

function openStackWay(context: Context, cloud: ReturnType<typeof openStack>): Way {
  const { settings, redactor } = context;
  redactor.add(cloud.token);
  const { login } = cloud;
  if (!login) return readyToken(context, cloud);
  const body = JSON.stringify(login.identity);
  for (const [, secret] of body.matchAll(/"(?:password|secret)":"((?:[^"\\]|\\.)*)"/g))
    redactor.add(JSON.parse(`"${secret}"`));
  const keystone = new Keystone(login, context);
  return {
    whence: cloud.whence,
    url: async () => {
      const session = await keystone.session();
      const url = inCatalog(session, ["database"], cloud.region, cloud.face);
      if (url) return url;
      const where = cloud.region ? ` in region ${cloud.region}` : "";
      throw new BackupError(
        `the catalog has no database service (interface ${cloud.face}${where}); ${settings.whereToSet("trove:endpoint")}`,
      );
    },
    project: async () => {
      const project = cloud.projectId ?? (await keystone.session()).projectId;
      return project ?? missing(context, "openstack:tenantName", "OS_PROJECT_NAME");
    },
    token: async () => (await keystone.session()).token,
    renew: (refused) => keystone.renew(refused),
    tls: cloud.tls,
  };
}

function readyToken(context: Context, cloud: ReturnType<typeof openStack>): Way {
  const { settings } = context;
  if (cloud.token && settings.get("trove:endpoint")) {
    const token = cloud.token;
    const project = async () => cloud.projectId ?? missing(context, "openstack:tenantId", "OS_PROJECT_ID");
    const { whence, tls } = cloud;
    return { whence, url: project, project, token: async () => token, renew: async () => undefined, tls };
  }
  const authUrl = settings.get("openstack:authUrl", "OS_AUTH_URL");
  return authUrl
    ? missing(context, "openstack:password", "OS_PASSWORD")
    : missing(context, "openstack:authUrl", "OS_AUTH_URL");
}

function missing(context: Context, key: string, variable: string): never {
  const where = context.settings.whereToSet(key, variable);
  const rackspace = "For Rackspace: rackspace:username, rackspace:apiKey and rackspace:region";
  throw new BackupError(`${key} is missing; ${where}. (${rackspace})`);
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

function explain(status: number, body: unknown, whence: string): ReturnType<Service["explain"]> {
  const words = wordsOf(body);
  return { words, hint: words ? hintFor(status, words, whence) : undefined };
}

function hintFor(status: number, words: string, whence: string): string | undefined {
  if (status === 404 && /swift/i.test(words)) return "The project has no object storage, where backups would be kept";
  if (status === 404 && /could not be found/.test(words)) return "trove:endpoint: no such route at this address";
  if (status === 404) return "instance, parentId or backup: no such id in this project";
  if (status === 413) return "The project's quota of backups is used up: delete old ones, or have it raised";
  if (status === 401 && /swift/i.test(words)) return "The object storage does not accept the user";
  if (status === 401) return `The token is not accepted (any more). ${refusedLogin(whence)}`;
  if (status === 403) return "The user may not do this in this project, or the address names another project";
  return undefined;
}
