export interface Domain {
  readonly id: string;
  readonly name: string;
}

export interface Project {
  readonly id: string;
  readonly name: string;
  readonly domain: Domain;
}

export interface User {
  readonly id: string;
  readonly name: string;
  readonly domain: Domain;
  readonly password: string;
  /** Rackspace only. */
  readonly apiKey?: string;
  /** Those in which the user has a role. */
  readonly projects: readonly Project[];
}

export interface ApplicationCredential {
  readonly id: string;
  readonly name: string;
  readonly secret: string;
  readonly user: User;
  readonly project: Project;
}

export interface AccessKey {
  readonly access: string;
  readonly secret: string;
  readonly user: User;
  /** A temporary key is worth nothing without it. */
  readonly securityToken?: string;
}

export interface Token {
  readonly id: string;
  readonly user: User;
  readonly methods: readonly string[];
  readonly project?: Project;
  readonly domain?: Domain;
  /** Milliseconds; Infinity for the tokens of the seed. */
  readonly expiresAt: number;
  readonly issuedAt: number;
  /** The `tokenGeneration` of the settings when it was given out. */
  readonly generation: number;
  /** The ready token of the seed opens every project of every service. */
  readonly opensAll: boolean;
}

export interface Store {
  readonly domains: readonly Domain[];
  readonly projects: readonly Project[];
  readonly users: readonly User[];
  readonly credentials: readonly ApplicationCredential[];
  readonly accessKeys: ReadonlyMap<string, AccessKey>;
  readonly tokens: Map<string, Token>;
  /** The settings of identity are not open to the other services, its store is. */
  readonly generation: () => number;
}
