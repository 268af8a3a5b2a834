export type { LossKind } from "./plan/losses";
export type { Health, Origin, State } from "./plan/state";
export * as dds from "./services/dds";
export * as geminidb from "./services/geminidb";
export { Provider, type ProviderArgs } from "./services/provider";
export * as rackspace from "./services/rackspace";
export * as rds from "./services/rds";
export * as serveravatar from "./services/serveravatar";
export * as trove from "./services/trove";
