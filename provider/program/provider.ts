import * as pulumi from "@pulumi/pulumi";
import type { AccountKey, AccountService } from "./account-keys";
import { misspeltAccounts } from "./misspelt-accounts";

/** A key of the account, or the name of the environment variable that holds it (`tokenEnv` beside `token`). */
type Account<Key extends string> = { [K in Key | `${Key}Env`]?: pulumi.Input<string> };

type AccountOf<S extends AccountService> = Account<AccountKey<S>>;

/** One account per service, with the keys of the stack configuration of the same name. */
export interface ProviderArgs {
  serveravatar?: AccountOf<"serveravatar">;
  openstack?: AccountOf<"openstack">;
  trove?: AccountOf<"trove">;
  rackspace?: AccountOf<"rackspace">;
  opentelekomcloud?: AccountOf<"opentelekomcloud">;
  dds?: AccountOf<"dds">;
  geminidb?: AccountOf<"geminidb">;
}

/** What may be shown. Whatever else is given, misspelt keys too, is secret. */
const OPEN_KEYS = new Set([
  "endpoint",
  "authorization",
  "authUrl",
  "userName",
  "userId",
  "username",
  "userDomainName",
  "userDomainId",
  "projectDomainName",
  "projectDomainId",
  "domainName",
  "tenantName",
  "tenantId",
  "region",
  "endpointType",
  "accountId",
  "applicationCredentialId",
  "applicationCredentialName",
  "cloud",
  "cacertFile",
  "insecure",
]);

/** Where a stack's own credentials may hide: an explicit provider must not reach them. */
const NOT_COPIED = "backup-plans:secretsFromEnv";

/**
 * A second account in one stack, given as `{ provider }` to the resources that use it. It is complete: what it lacks is
 * an error that names it, never a value from the stack's configuration or the environment.
 * @throws when a service or a key is none that there is, or a value is no text: all of them, with the nearest that there is
 */
export class Provider extends pulumi.ProviderResource {
  constructor(name: string, args: ProviderArgs, opts?: pulumi.ResourceOptions) {
    const wrong = misspeltAccounts(args);
    // Pulumi shows an error of this class without its stack.
    if (wrong.length > 0) throw new pulumi.RunError(`backup.Provider "${name}": ${wrong.join("\n  ")}`);
    super("pulumi-nodejs", name, { ...ownSettings(), ...flat(args), "backup-plans:provider": name }, opts);
  }
}

/** The host hands a provider its own flat inputs and nothing of the stack's configuration. */
function ownSettings(): Record<string, string> {
  const entries = Object.entries(pulumi.runtime.allConfig());
  return Object.fromEntries(entries.filter(([key]) => key.startsWith("backup-plans:") && key !== NOT_COPIED));
}

function flat(args: ProviderArgs): Record<string, pulumi.Input<string>> {
  const inputs: Record<string, pulumi.Input<string>> = {};
  for (const [service, account] of Object.entries(args) as [string, Record<string, pulumi.Input<string>>][]) {
    for (const [key, value] of Object.entries(account ?? {})) {
      inputs[`${service}:${key}`] = OPEN_KEYS.has(key) || key.endsWith("Env") ? value : pulumi.secret(value);
    }
  }
  return inputs;
}
