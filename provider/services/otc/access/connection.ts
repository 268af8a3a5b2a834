import * as z from "zod";
import type { Namespace } from "../../../core/configuration/account";
import { insist, insistOnAll } from "../../../core/configuration/forms";
import { BackupError } from "../../../core/ground/errors";
import { Client } from "../../../core/http/client";
import { endpoint } from "../../../core/http/endpoint";
import { rejectedLogin } from "../../../core/http/rejected-login";
import type { Service } from "../../../core/http/service";
import { SharedLogins } from "../../../core/http/shared-logins";
import type { Context } from "../../../core/kind/context";
import { isOverLimit, REQUEST_ID_HEADERS } from "../../openstack/answers";
import { inCatalog, Keystone, type Login, type Session } from "../../openstack/keystone";
import { configuration, serviceKeys } from "./configuration";
import { Configured } from "./configured";
import { codeOf, explain, isNothingDone, NOT_AUTHENTICATED } from "./errors";
import type { Meanings } from "./meanings";
import { type Key, signed } from "./sign";

/** One of the services on Open Telekom Cloud. */
export interface OtcService {
  /** Its name in messages. */
  name: string;
  /** Its namespace in the configuration. */
  namespace: string;
  /** The keys in that namespace. */
  keys: Namespace<"endpoint">;
  /** Its type in IAM's catalog. */
  types: readonly string[];
  address(region: string): string;
  /** Returns its address in a region, by the page "Regions and Endpoints". */
  regions: readonly string[];
  /** The permissions that requests need, by verb and path, where a page names them. */
  actions?: Readonly<Record<string, string>>;
  says: Meanings;
}

export interface Connection {
  service: OtcService;
  client: Client;
  projectId: string;
  /** Where it is known. */
  region: string | undefined;
}

/** Returns a client of the service in the configured project, by access key or by token. */
export async function connect(context: Context, service: OtcService): Promise<Connection> {
  insist(configuration(service, context.settings).failures);
  const configured = new Configured(context);
  insistOnAll(service.name, configured.missing);
  const { key } = configured;
  return key ? byKey(context, service, configured, key) : byToken(context, service, configured);
}

async function byToken(context: Context, service: OtcService, configured: Configured): Promise<Connection> {
  const keystone = new Keystone(loginOf(configured), context);
  const session = await keystone.session();
  const projectId = configured.projectId ?? session.projectId ?? refuse(configured.lacks("tenantName"));
  const client = new Client(
    {
      ...serviceAt(context, service, configured, session),
      headers: async () => ({ "x-auth-token": (await keystone.session()).token }),
      renew: (used) => keystone.renew(used["x-auth-token"]),
    },
    context,
  );
  return { service, client, projectId, region: regionOf(service, configured) };
}

function loginOf(configured: Configured): Login {
  const { authUrl, addressFrom, made, token, projectId, projectName } = configured;
  const login = { name: "IAM", authUrl, addressFrom, made };
  if (token) return { ...login, identity: { token } };
  const domain = { name: configured.get("domainName") };
  const user = { name: configured.get("userName"), password: configured.get("password"), domain };
  const scope = { project: projectId ? { id: projectId } : { name: projectName } };
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
  return { service, client, projectId, region: regionOf(service, configured) };
}

const projects = endpoint(
  "GET /v3/projects",
  z.object({ projects: z.array(z.object({ id: z.string(), name: z.string() })) }),
);

function projectOnce(context: Context, configured: Configured, key: Key): Promise<string> {
  const of = [configured.authUrl, key.accessKey, configured.projectName].join(" ");
  const enter = () => projectByName(context, configured, key);
  const projectIds = context.run.of("OTC project ids", () => new SharedLogins<string>((id) => id));
  return projectIds.session(of, { enter, deadline: context.deadline });
}

/** An access key belongs to a user, who may have many projects. */
async function projectByName(context: Context, configured: Configured, key: Key): Promise<string> {
  const name = configured.projectName ?? "";
  const headers = { "content-type": "application/json" };
  const iam = new Client(
    {
      name: "IAM",
      url: configured.authUrl.replace(/\/v3\/?$/, ""),
      headers: async () => headers,
      sign: ({ method, url, body }) => signed({ method: `${method}`, url, body, headers }, key),
      explain: explaining({ name: "IAM" }, configured, context),
      addressFrom: configured.addressFrom,
      isThrottled: isOverLimit,
      requestIdHeaders: REQUEST_ID_HEADERS,
    },
    context,
  );
  const found = await iam.call(projects, { path: {}, query: { name } });
  const project = found.projects.find((each) => each.name === name);
  if (!project) throw new BackupError(`${configured.named("tenantName")}: the access key sees no project "${name}"`);
  return project.id;
}

/** Returns the address: the configured one, that of the catalog, or that of the region. Only its host counts. */
function serviceAt(
  context: Context,
  service: OtcService,
  configured: Configured,
  session?: Session,
): Omit<Service, "headers"> {
  const keys = serviceKeys(service, context.settings);
  const written = keys
    .get("endpoint")
    ?.replace(/\/+$/, "")
    .replace(/\/v3(\/[^/]+)?$/, "");
  const listed = session && inCatalog(session, service.types, configured.region, "public");
  return {
    name: service.name,
    url:
      written ??
      (listed && new URL(listed).origin) ??
      service.address(configured.region ?? refuse(configured.lacks("region"))),
    addressFrom: written
      ? keys.whence("endpoint")
      : `${keys.named("endpoint")}, else the catalog, else ${configured.named("region")}${listed ? "" : elsewhere(service, configured.region)}`,
    explain: explaining(service, configured, context),
    isRefusal: (body) => isNothingDone(service.says, codeOf(body)),
    requestIdHeaders: REQUEST_ID_HEADERS,
    refusesLogin,
  };
}

/** Returns the configured region, or the one in the project's name. */
function regionOf({ regions }: OtcService, configured: Configured): string | undefined {
  return configured.get("region") ?? regions.find((region) => region === configured.region);
}

/** Returns words for the error of a host that is not found. */
export function elsewhere({ name, regions }: Pick<OtcService, "name" | "regions">, region: string | undefined): string {
  return region === undefined || regions.includes(region)
    ? ""
    : `; ${name} is in ${regions.join(" and ")}, not in ${region}`;
}

function refusesLogin(body: unknown): boolean {
  return codeOf(body) === NOT_AUTHENTICATED;
}

/** Returns what a refusal says; for a rejected login also where the login is configured. */
function explaining(
  { name, actions = {}, says }: Pick<OtcService, "name" | "actions"> & Partial<Pick<OtcService, "says">>,
  { made }: Configured,
  context: Context,
): Service["explain"] {
  return (status, body, to) => {
    const explained = explain(says, body, to && actions[`${to.verb} ${to.path}`]);
    const { words, hint } = explained;
    if (words === undefined || (status !== 401 && !refusesLogin(body))) return explained;
    const both = [words, hint].filter((each) => each !== undefined).join(". ");
    return { ...explained, rejected: rejectedLogin({ service: name, status, words: both }, made, context) };
  };
}

function refuse(message: string): never {
  throw new BackupError(message);
}
