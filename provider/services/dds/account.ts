import type { Account } from "../../core/configuration/account";
import { account as otc } from "../otc/account";

/** The account of DDS: one of Open Telekom Cloud, and the service's own address. */
export const account = {
  ...otc,
  dds: {
    endpoint: { form: "address", isOpen: true },
  },
} satisfies Account;
