import type { Account } from "../../core/configuration/account";

/** The keys of @pulumi/openstack, the variables of OpenStack's clients, and the names in clouds.yaml. */
export const account = {
  openstack: {
    authUrl: { variables: ["OS_AUTH_URL"], inCloud: "auth_url", form: "address", isOpen: true },
    userName: { variables: ["OS_USERNAME"], inCloud: "username", isOpen: true },
    userId: { variables: ["OS_USER_ID"], inCloud: "user_id", isOpen: true },
    password: { variables: ["OS_PASSWORD"], inCloud: "password" },
    userDomainName: { variables: ["OS_USER_DOMAIN_NAME"], inCloud: "user_domain_name", isOpen: true },
    userDomainId: { variables: ["OS_USER_DOMAIN_ID"], inCloud: "user_domain_id", isOpen: true },
    projectDomainName: { variables: ["OS_PROJECT_DOMAIN_NAME"], inCloud: "project_domain_name", isOpen: true },
    projectDomainId: { variables: ["OS_PROJECT_DOMAIN_ID"], inCloud: "project_domain_id", isOpen: true },
    tenantName: { variables: ["OS_PROJECT_NAME", "OS_TENANT_NAME"], inCloud: "project_name", isOpen: true },
    tenantId: { variables: ["OS_PROJECT_ID", "OS_TENANT_ID"], inCloud: "project_id", isOpen: true },
    region: { variables: ["OS_REGION_NAME"], inCloud: "region_name", isOpen: true },
    endpointType: { variables: ["OS_INTERFACE", "OS_ENDPOINT_TYPE"], isOpen: true },
    applicationCredentialId: {
      variables: ["OS_APPLICATION_CREDENTIAL_ID"],
      inCloud: "application_credential_id",
      isOpen: true,
    },
    applicationCredentialName: {
      variables: ["OS_APPLICATION_CREDENTIAL_NAME"],
      inCloud: "application_credential_name",
      isOpen: true,
    },
    applicationCredentialSecret: {
      variables: ["OS_APPLICATION_CREDENTIAL_SECRET"],
      inCloud: "application_credential_secret",
    },
    token: { variables: ["OS_TOKEN", "OS_AUTH_TOKEN"], inCloud: "token", form: "header" },
    cloud: { variables: ["OS_CLOUD"], isOpen: true },
    cacertFile: { variables: ["OS_CACERT"], isOpen: true },
    insecure: { variables: ["OS_INSECURE"], form: ["true", "false"], isOpen: true },
  },
} satisfies Account;
