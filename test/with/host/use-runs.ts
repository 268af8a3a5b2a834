import { after, before } from "mocha";
import { Outside } from "../outside";
import { HERE, type Where } from "../where";
import type { FormName } from "./form";
import type { Host, Props } from "./host";
import { ownAccounts } from "./own-accounts";
import { configFor } from "./use-host";
import { useRun, withHost } from "./with-host";

interface Options {
  where?: Where;
  form?: FormName;
  settings?: Record<string, unknown>;
}

/** How a program gets to its services. */
interface Way {
  config: Props;
  accounts: Record<string, Props>;
}

/** Services that last, and runs of the engine, each of which has a process of its own. */
export function useRuns({ where = HERE, form, settings }: Options = {}) {
  let outside: Outside;
  before(async () => {
    outside = await Outside.start({ settings, ...(where.services && { services: where.services }) });
  });
  after(() => outside?.close());
  const usual = (): Way => ({ config: configFor(outside.urls, where), accounts: ownAccounts(outside.urls) });

  /** One run in this environment. */
  const inOneRun = <T>(act: (host: Host) => Promise<T>, env?: NodeJS.ProcessEnv) =>
    withHost({ ...usual(), program: where.root, form, env }, act);

  /** One run, and a test of each in it. */
  function run<Each>(
    title: (each: Each) => string,
    all: readonly Each[],
    act: (host: Host, each: Each) => Promise<void>,
    way = usual,
  ): void {
    describe("in one run", () => {
      const host = useRun(() => ({ ...way(), program: where.root, form }));
      for (const each of all) it(title(each), () => act(host(), each));
    });
  }
  return { outside: () => outside, run, inOneRun };
}
