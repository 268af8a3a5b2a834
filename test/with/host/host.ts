import * as grpc from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { requireBuilt } from "../engine/require-built";
import { ROOT } from "../root";
import { Called, type Client } from "./called";
import { type LogLine, startEngineLog } from "./engine-log";
import { FORMS, type FormName, formOr, type Props } from "./form";
import { startHostProcess } from "./host-process";
import { withAccount } from "./own-accounts";

// At once: later, what was started before would keep the tests from ending.
requireBuilt();

export { ownerNamed, type Props } from "./form";

export interface HostOptions {
  /** The stack's configuration, or an explicit provider's inputs. */
  config?: Props;
  /** The accounts of services that have an explicit provider of their own. */
  accounts?: Record<string, Props>;
  env?: NodeJS.ProcessEnv;
  /** The form of the provider; the one that the environment names, or the plugin, which starts in a third of the time. */
  form?: FormName;
  /** One that the same engine started for another provider. */
  beside?: Host;
  /** The folder of the program, which has the package. */
  program?: string;
}

/** The provider in the process in which Pulumi runs it, called as the engine calls it. */
export class Host extends Called {
  private constructor(
    form: FormName,
    client: ResourceProviderClient,
    readonly logs: LogLine[],
    /** All that the process printed. */
    readonly output: () => string,
    readonly pid: number,
    private readonly engine: { address: string; home: string },
    /** Ends the engine as a kill does: nothing listens where it was, and its connection is gone. */
    readonly killEngine: () => void,
    readonly stop: () => Promise<void>,
    /** The process of an explicit provider, where the kind's service has one. */
    private readonly other: (kind: string) => Promise<Host> | undefined,
  ) {
    super(form, client as unknown as Client);
  }

  static async start(options: HostOptions = {}): Promise<Host> {
    const { config = {}, accounts = {}, env = {}, form = formOr("plugin"), beside, program = ROOT } = options;
    const engine = await startEngineLog();
    const { address, home } = beside?.engine ?? { address: engine.address, home: undefined };
    const known = { PATH: globalThis.process.env.PATH, ...(home && { PULUMI_HOME: home }) };
    const process = await startHostProcess(FORMS[form].main(program), address, { ...known, ...env }, program);
    const client = new ResourceProviderClient(process.address, grpc.credentials.createInsecure());
    const killEngine = () => {
      client.close();
      engine.stop();
    };
    const others = new Map<string, Promise<Host>>();
    const stop = async () => {
      for (const other of others.values()) await (await other).stop();
      killEngine();
      await process.stop();
    };
    const own = { address, home: process.home };
    const other = (kind: string): Promise<Host> | undefined => {
      const [service] = kind.split(":") as [string];
      const account = accounts[service];
      if (account === undefined) return undefined;
      const known =
        others.get(service) ?? Host.start({ env, form, program, beside: host, config: withAccount(config, account) });
      others.set(service, known);
      return known;
    };
    const host = new Host(form, client, engine.lines, process.output, process.pid, own, killEngine, stop, other);
    await host.configure(config);
    return host;
  }

  protected override async clientOf(kind: string): Promise<Client> {
    return (await this.other(kind))?.client ?? this.client;
  }
}
