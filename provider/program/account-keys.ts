/** The services of an explicit provider, and the keys that each of them has. */
export const ACCOUNT_KEYS = {
  serveravatar: ["token", "endpoint", "authorization"],
  openstack: [
    "authUrl",
    "userName",
    "userId",
    "password",
    "userDomainName",
    "userDomainId",
    "projectDomainName",
    "projectDomainId",
    "tenantName",
    "tenantId",
    "region",
    "endpointType",
    "applicationCredentialId",
    "applicationCredentialName",
    "applicationCredentialSecret",
    "token",
    "cloud",
    "cacertFile",
    "insecure",
  ],
  trove: ["endpoint"],
  rackspace: ["username", "apiKey", "region", "accountId", "authUrl"],
  opentelekomcloud: [
    "authUrl",
    "userName",
    "password",
    "domainName",
    "tenantName",
    "tenantId",
    "region",
    "token",
    "accessKey",
    "secretKey",
    "securityToken",
    "cloud",
  ],
  dds: ["endpoint"],
  geminidb: ["endpoint"],
} as const;

export type AccountService = keyof typeof ACCOUNT_KEYS;

export type AccountKey<Of extends AccountService> = (typeof ACCOUNT_KEYS)[Of][number];
