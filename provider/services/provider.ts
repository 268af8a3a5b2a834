import type * as pulumi from "@pulumi/pulumi";
import { type ProviderArgsOf, type ProviderClass, providerClass } from "../program/provider";
import type * as all from "./all";
import { services } from "./services";

type Accounts = (typeof all)[keyof typeof all]["account"];

/** One account for each service, with the keys of the configuration namespace of the same name. */
export type ProviderArgs = ProviderArgsOf<Accounts>;

/**
 * A second account in one stack. Resources use it by the option `{ provider }`. It must be complete: a missing value is an
 * error, and never comes from the stack's configuration or the environment.
 * @throws when a service or a key does not exist, or a value is no text: one error with all of them and the nearest names
 */
export const Provider: ProviderClass<ProviderArgs> = providerClass(services.account);

export type Provider = pulumi.ProviderResource;
