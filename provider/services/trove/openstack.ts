import { readFileSync } from "node:fs";
import { type Cloud, cloudNamed } from "../../core/clouds-yaml";
import { BackupError } from "../../core/errors";
import type { Login } from "../../core/keystone";
import type { Settings } from "../../core/settings";

/** Access to an OpenStack cloud, by the keys of @pulumi/openstack, the variables of its clients, and clouds.yaml. */
export interface OpenStack {
  login: Login | undefined;
  region: string | undefined;
  face: string;
  projectId: string | undefined;
  tls: { insecure: boolean; certificateAuthority: string | undefined };
  token: string | undefined;
}

/** What is not written in configuration or environment comes from the named cloud. */
export function openStack(settings: Settings): OpenStack {
  const name = settings.get("openstack:cloud", "OS_CLOUD");
  const cloud: Cloud = name ? cloudNamed(name) : {};
  const get = (key: string, variable: string, inCloud?: string) =>
    settings.get(`openstack:${key}`, ...variable.split(" ")) ?? (inCloud ? cloud.auth?.[inCloud] : undefined);

  const authUrl = get("authUrl", "OS_AUTH_URL", "auth_url");
  const token = get("token", "OS_TOKEN OS_AUTH_TOKEN", "token");
  // A project that the configuration names is not overruled by one of the environment.
  const named = settings.isWritten("openstack:tenantName") && !settings.isWritten("openstack:tenantId");
  const projectId = named ? undefined : get("tenantId", "OS_PROJECT_ID OS_TENANT_ID", "project_id");
  const withPassword =
    settings.isWritten("openstack:password") && !settings.isWritten("openstack:applicationCredentialSecret");
  const identity = identityOf(get, projectId, withPassword);
  const insecure = (settings.get("openstack:insecure", "OS_INSECURE") ?? `${cloud.verify === false}`) === "true";
  const certificateAuthority = contentOf(settings.get("openstack:cacertFile", "OS_CACERT") ?? cloud.cacert);
  const login =
    authUrl && identity
      ? { name: "Keystone", authUrl, addressFrom: "openstack:authUrl", identity, insecure, certificateAuthority }
      : undefined;
  return {
    login,
    token,
    projectId,
    tls: { insecure, certificateAuthority },
    region: get("region", "OS_REGION_NAME") ?? cloud.region_name,
    face: (
      get("endpointType", "OS_INTERFACE OS_ENDPOINT_TYPE") ??
      cloud.interface ??
      cloud.endpoint_type ??
      "public"
    ).replace(/URL$/, ""),
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

type Get = (key: string, variable: string, inCloud?: string) => string | undefined;

function identityOf(get: Get, projectId: string | undefined, withPassword: boolean): Login["identity"] | undefined {
  // A password that the configuration names is not overruled by a credential of the environment.
  const name = [
    "applicationCredentialSecret",
    "OS_APPLICATION_CREDENTIAL_SECRET",
    "application_credential_secret",
  ] as const;
  const secret = withPassword ? undefined : get(...name);
  const user = {
    id: get("userId", "OS_USER_ID", "user_id"),
    name: get("userName", "OS_USERNAME", "username"),
    domain: {
      id: get("userDomainId", "OS_USER_DOMAIN_ID", "user_domain_id"),
      name: get("userDomainName", "OS_USER_DOMAIN_NAME", "user_domain_name"),
    },
  };
  if (secret) return { body: { auth: { identity: applicationCredential(get, secret, user) } } };
  const password = get("password", "OS_PASSWORD", "password");
  if (password) {
    const who = { ...identified(user), password };
    return {
      body: { auth: { identity: { methods: ["password"], password: { user: who } }, scope: scope(get, projectId) } },
    };
  }
  const token = get("token", "OS_TOKEN OS_AUTH_TOKEN", "token");
  return token ? { token } : undefined;
}

interface User {
  id?: string;
  name?: string;
  domain: { id?: string; name?: string };
}

/** An application credential is bound to its project: Keystone refuses a scope beside it. */
function applicationCredential(get: Get, secret: string, user: User): object {
  const id = get("applicationCredentialId", "OS_APPLICATION_CREDENTIAL_ID", "application_credential_id");
  const name = get("applicationCredentialName", "OS_APPLICATION_CREDENTIAL_NAME", "application_credential_name");
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

function scope(get: Get, projectId: string | undefined): object | undefined {
  if (projectId) return { project: { id: projectId } };
  const name = get("tenantName", "OS_PROJECT_NAME OS_TENANT_NAME", "project_name");
  const id = get("projectDomainId", "OS_PROJECT_DOMAIN_ID", "project_domain_id");
  const domain = get("projectDomainName", "OS_PROJECT_DOMAIN_NAME", "project_domain_name") ?? "Default";
  return name ? { project: { name, domain: id ? { id } : { name: domain } } } : undefined;
}
