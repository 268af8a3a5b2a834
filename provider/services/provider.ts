import type * as pulumi from "@pulumi/pulumi";
import { type ProviderArgsOf, type ProviderClass, providerClass } from "../program/provider";
import type * as all from "./all";
import { services } from "./services";

type Accounts = (typeof all)[keyof typeof all]["account"];

/** One account per service, with the keys of the stack configuration of the same name. */
export type ProviderArgs = ProviderArgsOf<Accounts>;

/**
 * A second account in one stack, given as `{ provider }` to the resources that use it. It is complete: what it lacks is
 * an error that names it, never a value from the stack's configuration or the environment.
 * @throws when a service or a key is none that there is, or a value is no text: all of them, with the nearest that there is
 */
export const Provider: ProviderClass<ProviderArgs> = providerClass(services.account);

export type Provider = pulumi.ProviderResource;
