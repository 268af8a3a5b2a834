import type { dynamic } from "@pulumi/pulumi";
import type { Lifecycle as Hosted } from "../../provider/core/kind/call";
import { callsOf } from "../../provider/plugin/calls";
import { Called, type Client } from "../with/host/called";
import type { Props } from "../with/host/form";
import { HostError } from "../with/host/host-error";

export type Lifecycle = Required<Omit<dynamic.ResourceProvider<Props, Props>, "configure">>;

/** The kinds as the plugin serves them, without a process, in the shape of dynamic providers. */
export async function pluginProviders(
  hosts: ReadonlyMap<string, Hosted>,
  config: Props,
): Promise<(kind: string) => Lifecycle> {
  const calls = callsOf(
    (kind) => hosts.get(kind),
    () => {},
    "0.0.0",
  ) as unknown as Client;
  const passed = Object.entries(calls).map(([method, call]) => [
    method,
    (request: unknown, done: unknown) => call({ request } as never, done as never),
  ]);
  const called = new Called("plugin", Object.fromEntries(passed));
  await called.configure(config);
  return (kind) => lifecycle(called, kind);
}

function lifecycle(called: Called, kind: string): Lifecycle {
  return {
    check: (olds, news) => told(called.check(kind, news, olds)),
    diff: async (id, olds, news) => {
      const { changes, ...others } = await told(called.diff(kind, id, olds, news));
      return { ...(changes !== "unknown" && { changes: changes === "some" }), ...others };
    },
    create: async (inputs) => {
      const { id, properties: outs } = await told(called.create(kind, inputs));
      return { id, outs };
    },
    read: async (id, props = {}) => {
      const { properties, ...others } = await told(called.read(kind, id, props));
      return { ...others, props: properties };
    },
    update: async (id, olds, news) => ({ outs: await told(called.update(kind, id, olds, news)) }),
    delete: (id, props) => told(called.delete(kind, id, props)),
  };
}

/** An error about what exists carries that. */
async function told<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof HostError) Object.assign(error, error.unfinished);
    throw error;
  }
}
