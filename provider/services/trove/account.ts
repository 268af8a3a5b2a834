import type { OwnNumbers } from "../../core/configuration/own-keys";

export { account } from "../databases/account";

/** The numeric keys of the namespace `backup-plans` that Trove alone reads. */
export const numbers = {
  troveNameLimit: { usual: 64, least: 1, most: 255, isWhole: true },
} satisfies OwnNumbers;
