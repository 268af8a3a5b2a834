import type { OwnNumbers } from "../../core/configuration/own-keys";

export { account } from "../databases/account";

/** The numbers of ours that Trove alone reads, in the namespace `backup-plans`. */
export const numbers = {
  troveNameLimit: { usual: 64, least: 1, most: 255, isWhole: true },
} satisfies OwnNumbers;
