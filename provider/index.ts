export { Provider, type ProviderArgs } from "./core/provider-resource";
export type { Health, State } from "./core/resource";
export type { LossKind } from "./plan/losses";
export * as serveravatar from "./services/serveravatar";
export * as trove from "./services/trove";
