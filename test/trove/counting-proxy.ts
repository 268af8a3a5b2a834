import type { Exchange } from "../faults/exchange";
import { startProxy } from "../faults/proxy";
import { Rules } from "../faults/rules";

/** Passes everything on to `origin`, and counts it: how many requests of a method were answered so, and all methods. */
export async function startCountingProxy(origin: string) {
  const exchanges: Exchange[] = [];
  const proxy = await startProxy("trove", new URL(origin).origin, { rules: new Rules(), exchanges });
  return {
    ...proxy,
    count: (method: string, status: number) =>
      exchanges.filter((each) => each.method === method && each.status === status).length,
    methods: () => [...new Set(exchanges.map(({ method }) => method))],
  };
}
