import type { Account } from "../core/configuration/account";
import type { OwnNumbers } from "../core/configuration/own-keys";
import type { Context } from "../core/kind/context";
import type { Definition } from "../core/kind/definition";
import type { Found } from "../core/kind/found";
import * as all from "./all";

/** The engine side of a service: its kinds, and what else it offers. */
export interface Engine {
  readonly kinds: Readonly<Record<string, Definition<never>>>;
  /** The types of other Pulumi providers that make what this service backs up. */
  readonly instanceTypes: readonly string[];
  /** Returns the things of the configured account. It sends GET alone. */
  discover?(context: Context): Promise<readonly Found[]>;
}

/** One service: plain data for the user's program, and its engine side. */
export interface Service {
  readonly account: Account;
  /** Numeric keys of the namespace `backup-plans` that only this service reads. */
  readonly numbers?: OwnNumbers;
  /** Loads the engine side when it is needed, so that an unused service costs nothing. */
  engine(): Engine;
}

/** All services by their names. Everything that holds for every service is derived from this list. */
export class Services {
  constructor(readonly byName: Readonly<Record<string, Service>>) {}

  /** The keys of all accounts, by their namespaces. */
  get account(): Account {
    return Object.assign({}, ...this.list.map(({ account }) => account));
  }

  get numbers(): OwnNumbers {
    return Object.assign({}, ...this.list.map(({ numbers }) => numbers));
  }

  get definitions(): Definition[] {
    return this.list.flatMap((service) => Object.values(service.engine().kinds) as unknown as Definition[]);
  }

  get instanceTypes(): string[] {
    return this.list.flatMap((service) => service.engine().instanceTypes);
  }

  /** Returns the definition of a kind, `<service>:<Kind>`; nothing where this version does not know it. */
  definitionOf(kind: string): Definition | undefined {
    const [, type] = kind.split(":") as [string, string];
    const known = this.engineOf(kind)?.kinds;
    return known && Object.hasOwn(known, type) ? (known[type] as unknown as Definition) : undefined;
  }

  /** Returns the engine side of a kind's service. */
  engineOf(kind: string): Engine | undefined {
    const [name] = kind.split(":") as [string, string];
    return Object.hasOwn(this.byName, name) ? this.byName[name]?.engine() : undefined;
  }

  private get list(): Service[] {
    return Object.values(this.byName);
  }
}

/** The services of this package. */
export const services = new Services(all);
