import * as grpc from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { requireBuilt } from "../engine/require-built";
import { Called, type Client } from "./called";
import { type LogLine, startEngineLog } from "./engine-log";
import { FORMS, type FormName, type Props, USUAL_FORM } from "./form";
import { startHostProcess } from "./host-process";

// At once: later, what was started before would keep the tests from ending.
requireBuilt();

export { ownerNamed, type Props } from "./form";

export interface HostOptions {
  /** The stack's configuration, or an explicit provider's inputs. */
  config?: Props;
  env?: NodeJS.ProcessEnv;
  /** The form of the provider; the one that the environment names, or the dynamic one. */
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
  ) {
    super(form, client as unknown as Client);
  }

  static async start({ config = {}, env = {}, form = USUAL_FORM, beside, program }: HostOptions = {}): Promise<Host> {
    const engine = await startEngineLog();
    const { address, home } = beside?.engine ?? { address: engine.address, home: undefined };
    const known = { PATH: globalThis.process.env.PATH, ...(home && { PULUMI_HOME: home }) };
    const process = await startHostProcess(FORMS[form].main, address, { ...known, ...env }, program);
    const client = new ResourceProviderClient(process.address, grpc.credentials.createInsecure());
    const killEngine = () => {
      client.close();
      engine.stop();
    };
    const stop = async () => {
      killEngine();
      await process.stop();
    };
    const own = { address, home: process.home };
    const host = new Host(form, client, engine.lines, process.output, process.pid, own, killEngine, stop);
    await host.configure(config);
    return host;
  }
}
