import type { Account } from "../../core/configuration/account";

/** The account of ServerAvatar. */
export const account = {
  serveravatar: {
    token: { variables: ["SERVERAVATAR_TOKEN"], form: "header" },
    endpoint: { variables: ["SERVERAVATAR_ENDPOINT"], form: "address", isOpen: true },
    authorization: { form: ["raw", "bearer"], isOpen: true },
  },
} satisfies Account;
