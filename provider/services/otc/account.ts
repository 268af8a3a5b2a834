import { z } from "zod";
import { Client, type Service } from "../../core/client";
import { type Cloud, cloudNamed } from "../../core/clouds-yaml";
import type { Context } from "../../core/context";
import { endpoint } from "../../core/endpoint";
import { BackupError } from "../../core/errors";
import { inCatalog, Keystone, type Login, type Session } from "../../core/keystone";
import { codeOf, explain, isNothingDone } from "./errors";
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

type Get = (key: string, ...variables: string[]) => string | undefined;

/** A client of the service in the project that is configured, by token or by access key. */
export async function connect(context: Context, service: OtcService): Promise<Connection> {
  const { settings, redactor } = context;
  const name = settings.get("opentelekomcloud:cloud", "OS_CLOUD");
  const cloud: Cloud = name ? cloudNamed(name) : {};
  const get: Get = (key, ...variables) => settings.get(`opentelekomcloud:${key}`, ...variables) ?? inCloud(cloud, key);
  const secrets = [
    get("password", "OS_PASSWORD"),
    get("secretKey", "OS_SECRET_KEY"),
    get("securityToken", "OS_SECURITY_TOKEN"),
    get("token", "OS_TOKEN"),
  ];
  for (const secret of secrets) redactor.add(secret);
  const region = regionOf(get);
  const key = keyOf(get);
  return key ? byKey(context, service, get, region, key) : byToken(context, service, get, region);
}

function inCloud(cloud: Cloud, key: string): string | undefined {
  const names: Record<string, string> = {
    userName: "username",
    domainName: "user_domain_name",
    tenantName: "project_name",
    tenantId: "project_id",
  };
  if (key === "region") return cloud.region_name;
  return cloud.auth?.[names[key] ?? key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)];
}

/** A project is named after its region, as `eu-de` or `eu-de_name`. */
function regionOf(get: Get): string | undefined {
  return (
    get("region", "OS_REGION_NAME", "OS_REGION") ??
    get("tenantName", "OS_PROJECT_NAME", "OS_TENANT_NAME")?.split("_")[0]
  );
}

function keyOf(get: Get): Key | undefined {
  const accessKey = get("accessKey", "OS_ACCESS_KEY");
  const secretKey = get("secretKey", "OS_SECRET_KEY");
  if (!accessKey || !secretKey) return undefined;
  return { accessKey, secretKey, securityToken: get("securityToken", "OS_SECURITY_TOKEN") };
}

async function byToken(
  context: Context,
  service: OtcService,
  get: Get,
  region: string | undefined,
): Promise<Connection> {
  const keystone = new Keystone(loginOf(context, get, region), context);
  const session = await keystone.session();
  const projectId = get("tenantId", "OS_PROJECT_ID", "OS_TENANT_ID") ?? session.projectId;
  if (!projectId) throw missing(context, "tenantName", "OS_PROJECT_NAME");
  const url = addressOf(context, service, region, session);
  const client = new Client(
    {
      ...serviceAt(service, url),
      headers: async () => ({ "x-auth-token": (await keystone.session()).token }),
      renew: (used) => keystone.renew(used["x-auth-token"]),
    },
    context,
  );
  return { client, projectId };
}

function loginOf(context: Context, get: Get, region: string | undefined): Login {
  const authUrl = get("authUrl", "OS_AUTH_URL") ?? (region && `https://iam.${region}.otc.t-systems.com/v3`);
  if (!authUrl) throw missing(context, "authUrl", "OS_AUTH_URL");
  const token = get("token", "OS_TOKEN", "OS_AUTH_TOKEN");
  const password = get("password", "OS_PASSWORD");
  if (token && !password) return { name: "IAM", authUrl, identity: { token } };
  if (!password) throw missing(context, "password", "OS_PASSWORD");
  const userName = get("userName", "OS_USERNAME");
  if (!userName) throw missing(context, "userName", "OS_USERNAME");
  const domainName = get("domainName", "OS_USER_DOMAIN_NAME", "OS_DOMAIN_NAME");
  if (!domainName) throw missing(context, "domainName", "OS_DOMAIN_NAME");
  const id = get("tenantId", "OS_PROJECT_ID", "OS_TENANT_ID");
  const name = get("tenantName", "OS_PROJECT_NAME", "OS_TENANT_NAME") ?? region;
  const user = { name: userName, password, domain: { name: domainName } };
  const scope = { project: id ? { id } : { name } };
  return {
    name: "IAM",
    authUrl,
    identity: { body: { auth: { identity: { methods: ["password"], password: { user } }, scope } } },
  };
}

const projects = endpoint(
  "GET /v3/projects",
  z.object({ projects: z.array(z.object({ id: z.string(), name: z.string() })) }),
);

async function byKey(
  context: Context,
  service: OtcService,
  get: Get,
  region: string | undefined,
  key: Key,
): Promise<Connection> {
  const projectId =
    get("tenantId", "OS_PROJECT_ID", "OS_TENANT_ID") ?? (await projectByName(context, get, region, key));
  const url = addressOf(context, service, region);
  const client = new Client(
    {
      ...serviceAt(service, url),
      headers: async ({ method, url: to, body }) =>
        signed(
          {
            method: `${method}`,
            url: to,
            body,
            headers: { "content-type": "application/json", "x-project-id": projectId },
          },
          key,
        ),
    },
    context,
  );
  return { client, projectId };
}

/** An access key belongs to a user, who may have many projects. */
async function projectByName(context: Context, get: Get, region: string | undefined, key: Key): Promise<string> {
  const name = get("tenantName", "OS_PROJECT_NAME", "OS_TENANT_NAME") ?? region;
  if (!name) throw missing(context, "tenantId", "OS_PROJECT_ID");
  const authUrl = get("authUrl", "OS_AUTH_URL") ?? `https://iam.${region}.otc.t-systems.com/v3`;
  const iam = new Client(
    {
      name: "IAM",
      url: authUrl.replace(/\/v3\/?$/, ""),
      headers: async ({ method, url, body }) =>
        signed({ method: `${method}`, url, body, headers: { "content-type": "application/json" } }, key),
      explain,
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
function addressOf(context: Context, service: OtcService, region: string | undefined, session?: Session): string {
  const configured = context.settings.get(`${service.namespace}:endpoint`);
  if (configured) return configured.replace(/\/+$/, "").replace(/\/v3(\/[^/]+)?$/, "");
  const listed = session && inCatalog(session, service.types, region, "public");
  if (listed) return new URL(listed).origin;
  if (!region) throw missing(context, "region", "OS_REGION_NAME");
  return service.address(region);
}

function serviceAt(service: OtcService, url: string): Pick<Service, "name" | "url" | "explain" | "isRefusal"> {
  return { name: service.name, url, explain, isRefusal: (_status, body) => isNothingDone(codeOf(body)) };
}

function missing(context: Context, key: string, variable: string): BackupError {
  return new BackupError(
    `opentelekomcloud:${key} is missing; ${context.settings.whereToSet(`opentelekomcloud:${key}`, variable)}`,
  );
}
