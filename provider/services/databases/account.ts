import type { Account } from "../../core/configuration/account";
import { account as openstack } from "../openstack/account";

/** The accounts for cloud databases: OpenStack's and Rackspace's. */
export const account = {
  ...openstack,
  trove: {
    endpoint: { form: "address", isOpen: true },
  },
  rackspace: {
    username: { variables: ["RAX_USERNAME"], isOpen: true },
    apiKey: { variables: ["RAX_API_KEY"] },
    region: { variables: ["RAX_REGION"], isOpen: true },
    accountId: { isOpen: true },
    authUrl: { variables: ["RAX_AUTH_URL"], form: "address", isOpen: true },
  },
} satisfies Account;
