import type { Account } from "../../core/configuration/account";
import { account as otc } from "../otc/account";

/** The account of RDS: one of Open Telekom Cloud, and the service's own address. */
export const account = {
  ...otc,
  rds: {
    endpoint: { form: "address", isOpen: true },
  },
} satisfies Account;
