import type { Account } from "../../provider/core/configuration/account";

/** The account of the sample service. */
export const account = {
  sample: {
    token: { variables: ["SAMPLE_TOKEN"], form: "header" },
    endpoint: { variables: ["SAMPLE_ENDPOINT"], form: "address", isOpen: true },
  },
} satisfies Account;
