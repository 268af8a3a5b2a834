import type { Namespace } from "../../../core/configuration/account";
import { insist, insistOnAll } from "../../../core/configuration/forms";
import { BackupError } from "../../../core/ground/errors";
import { Client } from "../../../core/http/client";
import type { Service } from "../../../core/http/service";
import type { Context } from "../../../core/kind/context";
import { REQUEST_ID_HEADERS } from "../../openstack/answers";
import { inCatalog, Keystone, type Login, type Session } from "../../openstack/keystone";
import { configuration, serviceKeys } from "./configuration";
import { Configured } from "./configured";
import { codeOf, isNothingDone, refusesLogin } from "./errors";
import { explaining } from "./explaining";
import type { Meanings } from "./meanings";
import { projectOfKey } from "./project-of-key";
import { type Key, signing } from "./sign";

/** One of the services on Open Telekom Cloud. */
export interface OtcService {
  /** Its name in messages. */
  name: string;
  /** Its namespace in the configuration. */
  namespace: string;
  /** The keys in that namespace. */
  keys: Namespace<"endpoint">;
  /** Its types in IAM's catalog. */
  types: readonly string[];
  /** Returns its address in a region, by the page "Regions and Endpoints". */
  address(region: string): string;
  /** The regions that have it, by that page. */
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
  const { projectId, credentials, session } = key
    ? await byKey(context, configured, key)
    : await byToken(context, configured);
  const client = new Client({ ...serviceAt(context, service, configured, session), ...credentials }, context);
  return { service, client, projectId, region: regionOf(service, configured) };
}

/** A way in, and the session where it needs one. */
interface Way {
  projectId: string;
  credentials: Pick<Service, "headers" | "renew" | "sign">;
  session?: Session;
}

async function byKey(context: Context, configured: Configured, key: Key): Promise<Way> {
  const projectId = configured.projectId ?? (await projectOfKey(context, configured, key));
  return { projectId, credentials: signing({ "x-project-id": projectId }, key) };
}

async function byToken(context: Context, configured: Configured): Promise<Way> {
  const keystone = new Keystone(loginOf(configured), context);
  const session = await keystone.session();
  const projectId = configured.projectId ?? session.projectId ?? refuse(configured.lacks("tenantName"));
  const credentials: Way["credentials"] = {
    headers: async () => ({ "x-auth-token": (await keystone.session()).token }),
    renew: (used) => keystone.renew(used["x-auth-token"]),
  };
  return { projectId, credentials, session };
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

function refuse(message: string): never {
  throw new BackupError(message);
}
