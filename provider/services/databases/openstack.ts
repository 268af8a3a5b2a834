import { readFileSync } from "node:fs";
import type { Settings } from "../../core/configuration/settings";
import { BackupError } from "../../core/ground/errors";
import type { LoginParts } from "../../core/http/rejected-login";
import type { CloudKeys } from "../openstack/cloud-keys";
import type { Login } from "../openstack/keystone";
import { LOGINS, type OpenStackKey, openStackKeys } from "./configuration";

type OpenStackKeys = CloudKeys<OpenStackKey>;

/** Access to an OpenStack cloud, by the keys of @pulumi/openstack, the variables of its clients, and clouds.yaml. */
export interface OpenStack {
  keys: OpenStackKeys;
  /** The login; nothing where a part of it is missing. */
  login: Login | undefined;
  /** The missing keys of the login. */
  missing: readonly string[];
  region: string | undefined;
  face: string;
  projectId: string | undefined;
  tls: { insecure: boolean; certificateAuthority: string | undefined; authorityFrom: string };
  token: string | undefined;
  made: LoginParts;
}

/** Returns the configured cloud. A cloud of `clouds.yaml` fills in what neither configuration nor environment has. */
export function openStack(settings: Settings): OpenStack {
  const keys = openStackKeys(settings).withCloud();
  const { cloud } = keys;
  // The configuration's project counts before the environment's.
  const named = keys.isWritten("tenantName") && !keys.isWritten("tenantId");
  const projectId = named ? undefined : keys.get("tenantId");
  const insecure = (keys.get("insecure") ?? `${cloud.verify?.toLowerCase() === "false"}`) === "true";
  const certificateAuthority = contentOf(keys);
  const tls = { insecure, certificateAuthority, authorityFrom: keys.named("cacertFile") };
  const [made, missing] = [madeOf(keys, projectId), missingOf(keys, projectId)];
  const authUrl = keys.get("authUrl") ?? "";
  const login = { name: "Keystone", authUrl, addressFrom: keys.whence("authUrl"), made, ...tls };
  return {
    keys,
    made,
    missing,
    login: missing.length > 0 ? undefined : { ...login, identity: identityOf(keys, projectId) },
    token: keys.get("token"),
    projectId,
    tls,
    region: keys.get("region"),
    face: (keys.get("endpointType") ?? cloud.interface ?? cloud.endpoint_type ?? "public").replace(/URL$/, ""),
  };
}

function contentOf(keys: OpenStackKeys): string | undefined {
  const file = keys.get("cacertFile") ?? keys.cloud.cacert;
  if (!file) return undefined;
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new BackupError(`${keys.named("cacertFile")}: "${file}" cannot be read`);
  }
}

/** Returns what is missing. A user may have a default project, so a missing project alone is no error. */
function missingOf(keys: OpenStackKeys, projectId: string | undefined): string[] {
  const hasUser = (keys.get("userId") ?? keys.get("userName")) !== undefined;
  const user = hasUser ? [] : [keys.missing("userName", keys.named("userId"))];
  const address = keys.get("authUrl") === undefined ? [keys.missing("authUrl")] : [];
  switch (keys.used(...LOGINS)) {
    case "token":
      return address;
    case "password":
      return [...address, ...user];
    case "applicationCredentialSecret": {
      if (keys.get("applicationCredentialId") !== undefined) return address;
      const isNamed = keys.get("applicationCredentialName") !== undefined;
      return [...address, ...(isNamed ? user : [keys.missing("applicationCredentialId")])];
    }
    default: {
      const hasProject = (projectId ?? keys.get("tenantName")) !== undefined;
      const project = hasProject
        ? []
        : [keys.missing("tenantName", `${keys.named("tenantId")}, or a default project of the user`)];
      const secret = keys.missing("password", `${keys.named("applicationCredentialSecret")} or ${keys.named("token")}`);
      return [...address, ...user, secret, ...project];
    }
  }
}

function identityOf(keys: OpenStackKeys, projectId: string | undefined): Login["identity"] {
  const method = keys.used(...LOGINS);
  const value = (method && keys.get(method)) ?? "";
  if (method === "token") return { token: value };
  const user = {
    id: keys.get("userId"),
    name: keys.get("userName"),
    domain: { id: keys.get("userDomainId"), name: keys.get("userDomainName") },
  };
  if (method === "applicationCredentialSecret") {
    return { body: { auth: { identity: applicationCredential(keys, value, user) } } };
  }
  const password = { user: { ...identified(user), password: value } };
  return { body: { auth: { identity: { methods: ["password"], password }, scope: scope(keys, projectId) } } };
}

/** Returns the keys of the login. */
function madeOf(keys: OpenStackKeys, projectId: string | undefined): LoginParts<OpenStackKey | "cloud"> {
  const user = [keys.get("userId") ? "userId" : "userName", "userDomainId", "userDomainName"] as const;
  switch (keys.used(...LOGINS)) {
    case "applicationCredentialSecret": {
      const isId = keys.get("applicationCredentialId") !== undefined;
      const which = isId ? (["applicationCredentialId"] as const) : (["applicationCredentialName", ...user] as const);
      const parts = [...which, "applicationCredentialSecret"] as const;
      return { what: "application credential", keys, parts, secret: ["applicationCredentialSecret", "secret"] };
    }
    case "password": {
      const project = projectId
        ? (["tenantId"] as const)
        : (["tenantName", "projectDomainId", "projectDomainName"] as const);
      return { what: "login", keys, parts: [...user, "password", ...project], secret: ["password", "password"] };
    }
    default:
      return { what: "token", keys, parts: ["token"], secret: ["token", "token"] };
  }
}

interface User {
  id?: string;
  name?: string;
  domain: { id?: string; name?: string };
}

/** Returns a login by application credential. That is bound to its project: Keystone refuses a scope beside it. */
function applicationCredential(keys: OpenStackKeys, secret: string, user: User): object {
  const id = keys.get("applicationCredentialId");
  const name = keys.get("applicationCredentialName");
  const which = id ? { id } : { name, user: identified(user) };
  return { methods: ["application_credential"], application_credential: { ...which, secret } };
}

/** Returns the user. An id is unique; a name is unique in its domain. */
function identified(user: User): object {
  if (user.id) return { id: user.id };
  return { name: user.name, domain: user.domain.id ? { id: user.domain.id } : { name: user.domain.name ?? "Default" } };
}

function scope(keys: OpenStackKeys, projectId: string | undefined): object | undefined {
  if (projectId) return { project: { id: projectId } };
  const name = keys.get("tenantName");
  const id = keys.get("projectDomainId");
  const domain = keys.get("projectDomainName") ?? "Default";
  return name ? { project: { name, domain: id ? { id } : { name: domain } } } : undefined;
}
