/** The form of a key's value: an address, a secret for a header, or one of the listed words. */
export type FormName = "address" | "header" | readonly [string, ...string[]];

/** One key of an account. It is plain data, as the user's program loads it, too. */
export interface AccountKey {
  /** The environment variables that can hold it, in their order. */
  readonly variables?: readonly string[];
  /** Its name in `clouds.yaml`, under `auth`; the region stands beside that. */
  readonly inCloud?: string;
  readonly form?: FormName;
  /** Whether its value may be shown. Left out: it is secret. */
  readonly isOpen?: true;
}

/** The keys of one namespace of the configuration. */
export type Namespace<Key extends string = string> = { readonly [K in Key]: AccountKey };

/** The keys of an account, by their namespaces. */
export type Account = { readonly [name: string]: Namespace };
