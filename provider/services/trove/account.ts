import type { Account } from "../../core/configuration/account";
import type { OwnNumbers } from "../../core/configuration/own-keys";
import { account as openstack } from "../openstack/account";

/** The accounts that Trove can be reached by: one of OpenStack, or one of Rackspace. */
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

/** The numbers of ours that Trove alone reads, in the namespace `backup-plans`. */
export const numbers = {
  troveNameLimit: { usual: 64, least: 1, most: 255, isWhole: true },
} satisfies OwnNumbers;
