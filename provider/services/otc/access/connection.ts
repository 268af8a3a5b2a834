import { z } from "zod";
import { insist } from "../../../core/configuration/forms";
import { BackupError } from "../../../core/ground/errors";
import { Client } from "../../../core/http/client";
import { endpoint } from "../../../core/http/endpoint";
import { refusedLogin } from "../../../core/http/refused-login";
import type { Service } from "../../../core/http/service";
import { SharedLogins } from "../../../core/http/shared-logins";
import type { Context } from "../../../core/kind/context";
import { inCatalog, Keystone, type Login, type Session } from "../../openstack/keystone";
import { configuration } from "./configuration";
import { Configured } from "./configured";
import { codeOf, explain, isNothingDone, NOT_AUTHENTICATED } from "./errors";
import { type Key, signed } from "./sign";

/** One of the two services on Open Telekom Cloud. */
export interface OtcService {
  /** As a person calls it. */
  name: string;
  /** In configuration: `dds:endpoint`. */
  namespace: "dds" | "geminidb";
  /** In the catalog. */
  types: readonly string[];
  address(region: string): string;
}

export interface Connection {
  client: Client;
  projectId: string;
}

/** A client of the service in the project that is configured, by access key or by token. */
export async function connect(context: Context, service: OtcService): Promise<Connection> {
  insist(configuration(service, context.settings).failures);
  const configured = new Configured(context);
  const { key } = configured;
  return key ? byKey(context, service, configured, key) : byToken(context, service, configured);
}

async function byToken(context: Context, service: OtcService, configured: Configured): Promise<Connection> {
  const keystone = new Keystone(loginOf(configured), context);
  const session = await keystone.session();
  const projectId = configured.projectId ?? session.projectId ?? configured.refuse("tenantName");
  const client = new Client(
    {
      ...serviceAt(context, service, configured, session),
      headers: async () => ({ "x-auth-token": (await keystone.session()).token }),
      renew: (used) => keystone.renew(used["x-auth-token"]),
    },
    context,
  );
  return { client, projectId };
}

function loginOf(configured: Configured): Login {
  const { authUrl, addressFrom, whence, token, projectId, projectName } = configured;
  const login = { name: "IAM", authUrl, addressFrom, whence };
  if (token) return { ...login, identity: { token } };
  const password = configured.get("password") ?? configured.refuse("password");
  const name = configured.get("userName") ?? configured.refuse("userName");
  const domain = { name: configured.get("domainName") ?? configured.refuse("domainName") };
  const scope = { project: projectId ? { id: projectId } : { name: projectName } };
  const user = { name, password, domain };
  return { ...login, identity: { body: { auth: { identity: { methods: ["password"], password: { user } }, scope } } } };
}

async function byKey(context: Context, service: OtcService, configured: Configured, key: Key): Promise<Connection> {
  const projectId = configured.projectId ?? (await projectOnce(context, configured, key));
  const headers = { "content-type": "application/json", "x-project-id": projectId };
  const client = new Client(
    {
      ...serviceAt(context, service, configured),
      headers: async () => headers,
      sign: ({ method, url, body }) => signed({ method: `${method}`, url, body, headers }, key),
    },
    context,
  );
  return { client, projectId };
}

const projects = endpoint(
  "GET /v3/projects",
  z.object({ projects: z.array(z.object({ id: z.string(), name: z.string() })) }),
);

const projectIds = new SharedLogins<string>((id) => id);

function projectOnce(context: Context, configured: Configured, key: Key): Promise<string> {
  const of = [configured.authUrl, key.accessKey, configured.projectName].join(" ");
  const enter = () => projectByName(context, configured, key);
  return projectIds.session(of, { enter, deadline: context.deadline });
}

/** An access key belongs to a user, who may have many projects. */
async function projectByName(context: Context, configured: Configured, key: Key): Promise<string> {
  const name = configured.projectName ?? configured.refuse("tenantId");
  const headers = { "content-type": "application/json" };
  const iam = new Client(
    {
      name: "IAM",
      url: configured.authUrl.replace(/\/v3\/?$/, ""),
      headers: async () => headers,
      sign: ({ method, url, body }) => signed({ method: `${method}`, url, body, headers }, key),
      explain: explaining(configured),
      addressFrom: configured.addressFrom,
      isRefusal: () => false,
    },
    context,
  );
  const found = await iam.call(projects, { path: {}, query: { name } });
  const project = found.projects.find((each) => each.name === name);
  if (!project) throw new BackupError(`opentelekomcloud:tenantName: the access key sees no project "${name}"`);
  return project.id;
}

/** Configured, else of the catalog, else the region's own. Only the host counts: the paths are the vendor's. */
function serviceAt(
  { settings }: Context,
  service: OtcService,
  configured: Configured,
  session?: Session,
): Omit<Service, "headers"> {
  const key = `${service.namespace}:endpoint`;
  const written = settings
    .get(key)
    ?.replace(/\/+$/, "")
    .replace(/\/v3(\/[^/]+)?$/, "");
  const listed = session && inCatalog(session, service.types, configured.region, "public");
  return {
    name: service.name,
    url:
      written ??
      (listed && new URL(listed).origin) ??
      service.address(configured.region ?? configured.refuse("region")),
    addressFrom: written ? `${key} ${settings.place(key)}` : `${key}, else the catalog, else opentelekomcloud:region`,
    explain: explaining(configured),
    isRefusal: (_status, body) => isNothingDone(codeOf(body)),
    refusesLogin,
  };
}

function refusesLogin(body: unknown): boolean {
  return codeOf(body) === NOT_AUTHENTICATED;
}

/** With where the login is, when it was refused. */
function explaining({ whence }: Configured): Service["explain"] {
  return (status, body) => {
    const explained = explain(status, body);
    if (status !== 401 && !refusesLogin(body)) return explained;
    const hint = [explained.hint, refusedLogin(whence)].filter((each) => each !== undefined).join(". ");
    return { ...explained, hint };
  };
}
