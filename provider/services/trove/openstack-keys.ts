import type { Settings } from "../../core/configuration/settings";
import type { AccountKey } from "../../program/account-keys";
import { CloudKeys, type Places } from "../openstack/cloud-keys";

const PLACES = {
  cloud: [["OS_CLOUD"]],
  authUrl: [["OS_AUTH_URL"], "auth_url"],
  userId: [["OS_USER_ID"], "user_id"],
  userName: [["OS_USERNAME"], "username"],
  userDomainId: [["OS_USER_DOMAIN_ID"], "user_domain_id"],
  userDomainName: [["OS_USER_DOMAIN_NAME"], "user_domain_name"],
  password: [["OS_PASSWORD"], "password"],
  applicationCredentialId: [["OS_APPLICATION_CREDENTIAL_ID"], "application_credential_id"],
  applicationCredentialName: [["OS_APPLICATION_CREDENTIAL_NAME"], "application_credential_name"],
  applicationCredentialSecret: [["OS_APPLICATION_CREDENTIAL_SECRET"], "application_credential_secret"],
  token: [["OS_TOKEN", "OS_AUTH_TOKEN"], "token"],
  tenantId: [["OS_PROJECT_ID", "OS_TENANT_ID"], "project_id"],
  tenantName: [["OS_PROJECT_NAME", "OS_TENANT_NAME"], "project_name"],
  projectDomainId: [["OS_PROJECT_DOMAIN_ID"], "project_domain_id"],
  projectDomainName: [["OS_PROJECT_DOMAIN_NAME"], "project_domain_name"],
  region: [["OS_REGION_NAME"], "region_name"],
  endpointType: [["OS_INTERFACE", "OS_ENDPOINT_TYPE"]],
  insecure: [["OS_INSECURE"]],
  cacertFile: [["OS_CACERT"]],
} satisfies Record<AccountKey<"openstack">, Places>;

export type OpenStackKeys = CloudKeys<keyof typeof PLACES>;

/** The keys of @pulumi/openstack, the variables of OpenStack's clients, and clouds.yaml. */
export function openStackKeys(settings: Settings): OpenStackKeys {
  return new CloudKeys(settings, "openstack", PLACES);
}
