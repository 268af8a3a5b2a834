import * as pulumi from "@pulumi/pulumi";
import type { Account } from "../core/configuration/account";
import { misspeltAccounts } from "./misspelt-accounts";

type NamesIn<Accounts> = Accounts extends unknown ? keyof Accounts & string : never;

type KeysIn<Accounts, Name> = Accounts extends { [N in Name & string]: infer Keys } ? keyof Keys & string : never;

/** The arguments of an explicit provider: each key, or the name of the environment variable that holds it (`tokenEnv` beside `token`). */
export type ProviderArgsOf<Accounts> = {
  [Name in NamesIn<Accounts>]?: {
    [K in KeysIn<Accounts, Name> | `${KeysIn<Accounts, Name>}Env`]?: pulumi.Input<string>;
  };
};

export type ProviderClass<Args> = new (
  name: string,
  args: Args,
  opts?: pulumi.ResourceOptions,
) => pulumi.ProviderResource;

/** The environment variables with a stack's own credentials, which an explicit provider must not use. */
const NOT_COPIED = "secretsFromEnv";

type Inputs = Record<string, pulumi.Input<string>>;

/** The provider of one form, as Pulumi registers it. */
interface Registered {
  readonly package: string;
  /** Its inputs, of the settings of the stack and of the accounts that the program gives. */
  inputs(settings: Inputs, accounts: Readonly<Record<string, Inputs>>, name: string): pulumi.Inputs;
}

const OWN = "backup-plans:";

/** The host of dynamic providers reads flat keys, and no plugin of its own checks them and adds the name. */
const DYNAMIC: Registered = {
  package: "pulumi-nodejs",
  inputs: (settings, accounts, name) => ({ ...settings, ...flat(accounts), [`${OWN}provider`]: name }),
};

export const PLUGIN: Registered = {
  package: "backup-plans",
  inputs: (settings, accounts) => {
    const own = Object.entries(settings).map(([key, value]) => [key.slice(OWN.length), value]);
    return { ...Object.fromEntries(own), ...accounts };
  },
};

/** Returns the class of explicit providers of these accounts, in one form. */
export function providerClass<Args extends object>(
  account: Account,
  registered: Registered = DYNAMIC,
): ProviderClass<Args> {
  return class Provider extends pulumi.ProviderResource {
    constructor(name: string, args: Args, opts?: pulumi.ResourceOptions) {
      const wrong = misspeltAccounts(account, args);
      // Pulumi shows an error of this class without its stack.
      if (wrong.length > 0) throw new pulumi.RunError(`backup.Provider "${name}": ${wrong.join("\n  ")}`);
      super(registered.package, name, registered.inputs(ownSettings(account), sealed(account, args), name), opts);
    }
  };
}

/** Pulumi hands an explicit provider its own inputs and nothing of the stack's configuration. */
function ownSettings(account: Account): Record<string, string> {
  const entries = Object.entries(pulumi.runtime.allConfig());
  const isCopied = (name: string) => name !== NOT_COPIED && !Object.hasOwn(account, name);
  return Object.fromEntries(entries.filter(([key]) => key.startsWith(OWN) && isCopied(key.slice(OWN.length))));
}

/** Returns the accounts, with what may not be shown as secrets. */
function sealed(account: Account, args: object): Record<string, Inputs> {
  const entries = Object.entries(args as Record<string, Inputs | undefined>).map(([name, given]) => {
    const isOpen = (key: string) => account[name]?.[key]?.isOpen || key.endsWith("Env");
    const keys = Object.entries(given ?? {}).map(([key, value]) => [key, isOpen(key) ? value : pulumi.secret(value)]);
    return [name, Object.fromEntries(keys)];
  });
  return Object.fromEntries(entries);
}

function flat(accounts: Readonly<Record<string, Inputs>>): Inputs {
  const entries = Object.entries(accounts).flatMap(([name, keys]) =>
    Object.entries(keys).map(([key, value]) => [`${name}:${key}`, value] as const),
  );
  return Object.fromEntries(entries);
}
