export type { LossKind } from "./plan/losses";
export type { Health, State } from "./plan/state";
export { Provider, type ProviderArgs } from "./program/provider";
export * as dds from "./services/dds";
export * as geminidb from "./services/geminidb";
export * as serveravatar from "./services/serveravatar";
export * as trove from "./services/trove";
