import type { FastifyInstance, FastifyRequest } from "fastify";
import type { z } from "zod";
import type { Clock } from "./clock";
import type { CommonSettings } from "./settings";

/** A service as a catalog of OpenStack lists it. */
export interface CatalogEntry {
  readonly type: string;
  readonly name: string;
  path(projectId: string): string;
}

/** The part of the emulator that a service sees. */
export interface World<Store = unknown, Settings extends CommonSettings = CommonSettings> {
  readonly clock: Clock;
  /** Base address of every service, for links and for a catalog. */
  readonly urls: Readonly<Record<string, string>>;
  /** This service's data. Read it at each use: `POST /reset` puts a new one in its place. */
  readonly store: Store;
  readonly settings: Settings;
  /** True as often as `failNext` of the settings says for this kind. */
  fails(kind: keyof Settings["failNext"] & string): boolean;
  /** Every service that has its place in a catalog, by its name. */
  readonly catalog: Readonly<Record<string, CatalogEntry>>;
  /** Another service's data, such as the tokens that identity gave out. */
  storeOf<Other>(service: string): Other;
}

/** Refusals that the emulator makes itself; the service only words the body. 404 is an unknown route. */
export type RefusalStatus = 401 | 404 | 429 | 500 | 503;

/** A plug-in: one service on one port. */
export interface Service<Store = unknown, Settings extends CommonSettings = CommonSettings> {
  readonly name: string;
  /** Added to the base port; 5 is the control port. */
  readonly portOffset: number;
  /** A strict object of `commonSettings`, `failNext` and the service's own, all with defaults. */
  readonly settings: z.ZodType<Settings>;
  readonly catalog?: CatalogEntry;
  /** The service applies `rateLimitPerMinute` itself, in its own way. */
  readonly limitsRate?: true;
  /** A fresh store; called at the start and at each reset, when the clock has no events. */
  seed(world: World<Store, Settings>): Store;
  /** Adds routes and hooks. Checks that need the sender go into `preHandler`: faults come before them. */
  register(app: FastifyInstance, world: World<Store, Settings>): void;
  /** Named resource counts for `GET /counts`. */
  counts(store: Store): Record<string, number>;
  /** Everything that tests may look at, for `GET /state`. */
  dump(store: Store): unknown;
  refusal(status: RefusalStatus, request: FastifyRequest): unknown;
}
