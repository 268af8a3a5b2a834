import type { Kind } from "../kinds/kind";
import { nested, type Props } from "../with/host/form";
import { ownAccounts } from "../with/host/own-accounts";

const accountsOf = (urls: Readonly<Record<string, string>>): [string, Props][] => Object.entries(ownAccounts(urls));

const services = accountsOf({}).map(([service]) => service);

/** The explicit provider of a kind whose account cannot stand beside the usual ones. */
export const providerOf = ({ service }: Kind) => (services.includes(service) ? { provider: service } : {});

/** How many explicit providers a program of these kinds has. */
export const providersOf = (kinds: readonly Kind[]): number =>
  services.filter((name) => kinds.some(({ service }) => service === name)).length;

/** The configuration that declares them. */
export const providersAt = (kinds: readonly Kind[], urls: Readonly<Record<string, string>>) => {
  const all = providersOf(kinds) > 0 ? accountsOf(urls) : [];
  return { "declared:providers": Object.fromEntries(all.map(([service, keys]) => [service, nested(keys)])) };
};
