import type { Account } from "../../core/configuration/account";
import { account as otc } from "../otc/account";

/** The account of GeminiDB: one of Open Telekom Cloud, and the service's own address. */
export const account = {
  ...otc,
  geminidb: {
    endpoint: { form: "address", isOpen: true },
  },
} satisfies Account;
