export { Provider, type ProviderArgs } from "./core/provider-resource";
export type { Health, State } from "./core/resource";
export type { LossKind } from "./plan/losses";
export * as dds from "./services/dds";
export * as geminidb from "./services/geminidb";
export * as serveravatar from "./services/serveravatar";
export * as trove from "./services/trove";
