import type { dynamic } from "@pulumi/pulumi";
import { secretNamesOf } from "../core/arguments/secrets";
import type { Call, Lifecycle } from "../core/kind/call";
import type { Outputs } from "../core/kind/definition";
import { urnOf } from "../core/ledger/owned";
import { saidOnce } from "./said-once";
import { TYPES } from "./types";

type Operation = "create" | "update" | "delete" | "read";

/** Returns the calls of a dynamic provider. The hidden inputs have what Pulumi's host of dynamic providers leaves out. */
export function dynamicProvider(
  kind: string,
  lifecycle: Lifecycle,
): Required<dynamic.ResourceProvider<Outputs, Outputs>> {
  let config: dynamic.Config | undefined;
  /** Fills a call from the hidden inputs of the values, the newest first. */
  const call = (operation: Operation, ...holders: Outputs[]): Call => {
    const { __owner, __timeouts }: Outputs = Object.assign({}, ...[...holders].reverse());
    const owner = `${__owner ?? ""}`;
    const timeout = (__timeouts as Partial<Record<Operation, string>> | undefined)?.[operation];
    return { urn: urnOf(owner, TYPES.dynamic + kind), owner, secrets: secretNamesOf(...holders), timeout, config };
  };
  return {
    // The host does not wait for work here, so the configuration is only kept.
    configure: async (request) => {
      config = request.config;
    },
    check: (olds, news) => saidOnce(lifecycle.check(call("read", news, olds), olds, news)),
    diff: async (id, olds, news) => {
      const found = await saidOnce(lifecycle.diff(call("read", news, olds), id, olds, news));
      // A state from the plugin form lacks the hidden inputs: an update stores them, without a request.
      return found.changes === false && olds.__provider === undefined ? { ...found, changes: true } : found;
    },
    create: (inputs) => lifecycle.create(call("create", inputs), inputs),
    read: (id, state = {}) => saidOnce(lifecycle.read(call("read", state), id, state)),
    update: (id, olds, news) => lifecycle.update(call("update", news, olds), id, olds, news),
    delete: (id, state) => saidOnce(lifecycle.delete(call("delete", state), id, state)),
  };
}
