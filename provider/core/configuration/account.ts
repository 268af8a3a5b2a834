/** The form of a key's value: an address, a secret that travels in a header, or one of the words that are listed. */
export type FormName = "address" | "header" | readonly [string, ...string[]];

/** One key of an account. It is data alone, so that the user's program may load it. */
export interface AccountKey {
  /** The environment variables that also hold it, in their order. */
  readonly variables?: readonly string[];
  /** Its name in a file of clouds, under `auth` but for the region. */
  readonly inCloud?: string;
  readonly form?: FormName;
  /** Whether its value may be shown. Every other value is secret. */
  readonly isOpen?: true;
}

/** The keys of one namespace of the configuration. */
export type Namespace<Key extends string = string> = { readonly [K in Key]: AccountKey };

/** All that an account is made of: its keys, by the namespace of the configuration. */
export type Account = { readonly [name: string]: Namespace };
