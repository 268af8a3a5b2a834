import type { Account } from "../../core/configuration/account";

/** The keys of Pulumi's provider for Open Telekom Cloud, the variables of OpenStack's clients, and the names in clouds.yaml. */
export const account = {
  opentelekomcloud: {
    authUrl: { variables: ["OS_AUTH_URL"], inCloud: "auth_url", form: "address", isOpen: true },
    userName: { variables: ["OS_USERNAME"], inCloud: "username", isOpen: true },
    password: { variables: ["OS_PASSWORD"], inCloud: "password" },
    domainName: { variables: ["OS_USER_DOMAIN_NAME", "OS_DOMAIN_NAME"], inCloud: "user_domain_name", isOpen: true },
    tenantName: { variables: ["OS_PROJECT_NAME", "OS_TENANT_NAME"], inCloud: "project_name", isOpen: true },
    tenantId: { variables: ["OS_PROJECT_ID", "OS_TENANT_ID"], inCloud: "project_id", isOpen: true },
    region: { variables: ["OS_REGION_NAME", "OS_REGION"], inCloud: "region_name", isOpen: true },
    token: { variables: ["OS_TOKEN", "OS_AUTH_TOKEN"], inCloud: "token", form: "header" },
    accessKey: { variables: ["OS_ACCESS_KEY"], inCloud: "access_key", form: "header" },
    secretKey: { variables: ["OS_SECRET_KEY"], inCloud: "secret_key", form: "header" },
    securityToken: { variables: ["OS_SECURITY_TOKEN"], inCloud: "security_token", form: "header" },
    cloud: { variables: ["OS_CLOUD"], isOpen: true },
  },
} satisfies Account;
