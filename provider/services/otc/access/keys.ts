import type { Settings } from "../../../core/configuration/settings";
import type { AccountKey } from "../../../program/account-keys";
import { CloudKeys, type Places } from "../../openstack/cloud-keys";

const PLACES = {
  cloud: [["OS_CLOUD"]],
  authUrl: [["OS_AUTH_URL"], "auth_url"],
  userName: [["OS_USERNAME"], "username"],
  password: [["OS_PASSWORD"], "password"],
  domainName: [["OS_USER_DOMAIN_NAME", "OS_DOMAIN_NAME"], "user_domain_name"],
  tenantName: [["OS_PROJECT_NAME", "OS_TENANT_NAME"], "project_name"],
  tenantId: [["OS_PROJECT_ID", "OS_TENANT_ID"], "project_id"],
  region: [["OS_REGION_NAME", "OS_REGION"], "region_name"],
  token: [["OS_TOKEN", "OS_AUTH_TOKEN"], "token"],
  accessKey: [["OS_ACCESS_KEY"], "access_key"],
  secretKey: [["OS_SECRET_KEY"], "secret_key"],
  securityToken: [["OS_SECURITY_TOKEN"], "security_token"],
} satisfies Record<AccountKey<"opentelekomcloud">, Places>;

export type OtcKey = keyof typeof PLACES;

/** The keys of opentelekomcloud, the variables of OpenStack's clients, and clouds.yaml. */
export function otcKeys(settings: Settings): CloudKeys<OtcKey> {
  return new CloudKeys(settings, "opentelekomcloud", PLACES);
}

/** The ways to log in; an access key is one with its secret key alone. */
export function loginsOf(keys: CloudKeys<OtcKey>): ("accessKey" | "password" | "token")[] {
  return keys.get("secretKey") ? ["accessKey", "password", "token"] : ["password", "token"];
}
