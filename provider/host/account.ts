import { argumentsAmong } from "../core/arguments/inputs";
import { BackupError } from "../core/ground/errors";
import { isSameAccount, partsOf } from "../core/ground/same-account";
import type { Context } from "../core/kind/context";
import type { Common, Definition, Live, Outputs } from "../core/kind/definition";

/** A stored resource, with its id. */
export type Held<A> = readonly [id: string, stored: A & Outputs];

export interface Compared {
  /** The account of the configured login, in plain words; nothing where the login does not tell. */
  readonly account: string | undefined;
  /** Whether it is surely the account of the state. A state of 0.1.0 does not name its account. */
  readonly isNamed: boolean;
}

/** Returns the account that a creation writes into the state. */
export async function accountOf<A extends Common>(
  definition: Definition<A>,
  context: Context,
  args: A,
): Promise<string | undefined> {
  const account = await definition.account(context, args);
  return account && textOf(account);
}

/** Compares the account of the configured login with the account of the state. Throws where they differ. */
export async function compareAccounts<A extends Common>(
  definition: Definition<A>,
  context: Context,
  [id, stored]: Held<A>,
): Promise<Compared> {
  const now = await definition.account(context, argumentsAmong(definition, stored));
  const before = stored.account as string | undefined;
  const { sameAccount } = context.settings;
  if (now === undefined) return { account: before, isNamed: true };
  if (before === undefined) {
    const isNamed = definition.hasInstance === undefined || sameAccount === textOf(now);
    return { account: textOf(now), isNamed };
  }
  if (isSameAccount(textOf(now), before)) {
    const known = partsOf(before);
    // A part that only the state has is kept: the next configuration may tell it again.
    return { account: textOf(now.map((part, at) => part ?? known[at])), isNamed: true };
  }
  if (sameAccount === before) return { account: textOf(now), isNamed: true };
  // Without an id the thing may not exist at all.
  const isKnown = definition.thing.id(stored) !== undefined;
  const anew = isKnown ? "" : `. pulumi up --replace with this resource's URN makes it in ${textOf(now)}`;
  throw new BackupError(
    `${id} is in ${before}, and the configured login leads to ${textOf(now)}: nothing is read or changed there. ` +
      `Configure the login of ${before}; if both are the same account, ${wayOut(context, before)}${anew}`,
  );
}

/** Returns the account, where the state names it or the account shows the thing or its instance. Throws otherwise. */
export async function insistOnAccount<A extends Common>(
  definition: Definition<A>,
  context: Context,
  held: Held<A>,
): Promise<string | undefined> {
  const compared = await compareAccounts(definition, context, held);
  if (await isOfState(definition, context, held, compared)) return compared.account;
  const live = await definition.read(context, ...held);
  if (live && isSeen(definition, held[1], live)) return compared.account;
  throw new BackupError(notShown(context, held[0], compared.account));
}

/** Returns whether the state names the account, or the account has the instance. */
export async function isOfState<A extends Common>(
  definition: Definition<A>,
  context: Context,
  [, stored]: Held<A>,
  { isNamed }: Compared,
): Promise<boolean> {
  return isNamed || (await definition.hasInstance!(context, argumentsAmong(definition, stored)));
}

/** Returns whether the account showed the very thing of the state. */
export function isSeen<A extends Common>(definition: Definition<A>, stored: A & Outputs, { outputs }: Live): boolean {
  return definition.thing.id({ ...stored, ...outputs }) !== undefined;
}

/** Returns the message for a state that names no account, where this account shows neither the thing nor its instance. */
export function notShown(context: Context, id: string, account: string | undefined): string {
  return (
    `${id}: the configured login leads to ${account}, which shows neither it nor its instance. The state does not say in ` +
    `which account it is. Configure the login of its account; if ${account} is that account, ${wayOut(context, `${account}`)}`
  );
}

/** Returns the command for the same account. The engine hands a refresh and a destroy the configuration of the last `up`. */
function wayOut({ usesStored }: Context, account: string): string {
  const stores = usesStored ? ", and then pulumi up, which stores it for a refresh and a destroy" : "";
  return `run: pulumi config set backup-plans:sameAccount "${account}"${stores}`;
}

function textOf(account: readonly (string | undefined)[]): string {
  return account.filter((part) => part !== undefined).join(", ");
}
