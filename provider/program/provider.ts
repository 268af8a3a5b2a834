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

/** Returns the class of explicit providers for these accounts. */
export function providerClass<Args extends object>(account: Account): ProviderClass<Args> {
  return class Provider extends pulumi.ProviderResource {
    constructor(name: string, args: Args, opts?: pulumi.ResourceOptions) {
      const wrong = misspeltAccounts(account, args);
      // Pulumi shows an error of this class without its stack.
      if (wrong.length > 0) throw new pulumi.RunError(`backup.Provider "${name}": ${wrong.join("\n  ")}`);
      super(
        "pulumi-nodejs",
        name,
        { ...ownSettings(account), ...flat(account, args), "backup-plans:provider": name },
        opts,
      );
    }
  };
}

/** Returns the inputs as flat keys: Pulumi's host hands a provider these and nothing of the stack's configuration. */
function ownSettings(account: Account): Record<string, string> {
  const entries = Object.entries(pulumi.runtime.allConfig());
  const isCopied = (name: string) => name !== NOT_COPIED && !Object.hasOwn(account, name);
  const own = "backup-plans:";
  return Object.fromEntries(entries.filter(([key]) => key.startsWith(own) && isCopied(key.slice(own.length))));
}

function flat(account: Account, args: object): Record<string, pulumi.Input<string>> {
  const inputs: Record<string, pulumi.Input<string>> = {};
  for (const [name, given] of Object.entries(args) as [string, Record<string, pulumi.Input<string>>][]) {
    for (const [key, value] of Object.entries(given ?? {})) {
      const isOpen = account[name]?.[key]?.isOpen || key.endsWith("Env");
      inputs[`${name}:${key}`] = isOpen ? value : pulumi.secret(value);
    }
  }
  return inputs;
}
