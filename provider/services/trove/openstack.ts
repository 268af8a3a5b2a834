import { readFileSync } from "node:fs";
import type { Settings } from "../../core/configuration/settings";
import { BackupError } from "../../core/ground/errors";
import type { Login } from "../openstack/keystone";
import { type OpenStackKeys, openStackKeys } from "./openstack-keys";

/** Access to an OpenStack cloud, by the keys of @pulumi/openstack, the variables of its clients, and clouds.yaml. */
export interface OpenStack {
  login: Login | undefined;
  region: string | undefined;
  face: string;
  projectId: string | undefined;
  tls: { insecure: boolean; certificateAuthority: string | undefined };
  token: string | undefined;
  /** What the login is made of, and where each is. */
  whence: string;
}

/** What is not written in configuration or environment comes from the named cloud. */
export function openStack(settings: Settings): OpenStack {
  const keys = openStackKeys(settings).withCloud();
  const { cloud } = keys;
  const authUrl = keys.get("authUrl");
  // A project that the configuration names is not overruled by one of the environment.
  const named = keys.isWritten("tenantName") && !keys.isWritten("tenantId");
  const projectId = named ? undefined : keys.get("tenantId");
  const identity = identityOf(keys, projectId);
  const insecure = (keys.get("insecure") ?? `${cloud.verify === false}`) === "true";
  const certificateAuthority = contentOf(keys.get("cacertFile") ?? cloud.cacert);
  const whence = whenceOf(keys, projectId);
  const login =
    authUrl && identity
      ? {
          name: "Keystone",
          authUrl,
          addressFrom: keys.whence("authUrl"),
          identity,
          whence,
          insecure,
          certificateAuthority,
        }
      : undefined;
  return {
    login,
    whence,
    token: keys.get("token"),
    projectId,
    tls: { insecure, certificateAuthority },
    region: keys.get("region"),
    face: (keys.get("endpointType") ?? cloud.interface ?? cloud.endpoint_type ?? "public").replace(/URL$/, ""),
  };
}

function contentOf(file: string | undefined): string | undefined {
  if (!file) return undefined;
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new BackupError(`openstack:cacertFile: "${file}" cannot be read`);
  }
}

/** The ways to log in. */
export const LOGINS = ["applicationCredentialSecret", "password", "token"] as const;

function identityOf(keys: OpenStackKeys, projectId: string | undefined): Login["identity"] | undefined {
  const method = keys.taken(...LOGINS);
  if (method === undefined) return undefined;
  const value = keys.get(method)!;
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

/** What the login is made of, and where each is. */
function whenceOf(keys: OpenStackKeys, projectId: string | undefined): string {
  const user = [keys.get("userId") ? "userId" : "userName", "userDomainId", "userDomainName"] as const;
  switch (keys.taken(...LOGINS)) {
    case "applicationCredentialSecret": {
      const isId = keys.get("applicationCredentialId") !== undefined;
      const which = isId ? (["applicationCredentialId"] as const) : (["applicationCredentialName", ...user] as const);
      return keys.whence(...which, "applicationCredentialSecret");
    }
    case "password": {
      const project = projectId
        ? (["tenantId"] as const)
        : (["tenantName", "projectDomainId", "projectDomainName"] as const);
      return keys.whence(...user, "password", ...project);
    }
    default:
      return keys.whence("token");
  }
}

interface User {
  id?: string;
  name?: string;
  domain: { id?: string; name?: string };
}

/** An application credential is bound to its project: Keystone refuses a scope beside it. */
function applicationCredential(keys: OpenStackKeys, secret: string, user: User): object {
  const id = keys.get("applicationCredentialId");
  const name = keys.get("applicationCredentialName");
  if (!id && !name) {
    throw new BackupError(
      "openstack:applicationCredentialSecret needs openstack:applicationCredentialId, or ...Name and a user",
    );
  }
  const which = id ? { id } : { name, user: identified(user) };
  return { methods: ["application_credential"], application_credential: { ...which, secret } };
}

/** A user id is unique; a name is so in its domain. */
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
