import * as grpc from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import { handlerFor } from "../../../provider/program/handler";
import { requireBuilt } from "../engine/require-built";
import { type LogLine, startEngineLog } from "./engine-log";
import { HostError } from "./host-error";
import { startHostProcess } from "./host-process";

// At once: later, what was started before would keep the tests from ending.
requireBuilt();

export type Props = Record<string, unknown>;

export interface Checked {
  inputs: Props;
  failures: { property: string; reason: string }[];
}

export interface Difference {
  changes: "unknown" | "none" | "some";
  replaces: string[];
  deleteBeforeReplace: boolean;
}

export interface HostOptions {
  /** The stack's configuration, or an explicit provider's inputs. */
  config?: Props;
  env?: NodeJS.ProcessEnv;
  /** One that the same engine started for another provider. */
  beside?: Host;
  /** The folder of the program, which has the package. */
  program?: string;
}

/** The provider in the process in which Pulumi runs it, called as the engine calls it. */
export class Host {
  private constructor(
    private readonly client: ResourceProviderClient,
    readonly logs: LogLine[],
    /** All that the process printed. */
    readonly output: () => string,
    readonly pid: number,
    private readonly engine: { address: string; home: string },
    /** Ends the engine as a kill does: nothing listens where it was, and its connection is gone. */
    readonly killEngine: () => void,
    readonly stop: () => Promise<void>,
  ) {}

  static async start({ config = {}, env = {}, beside, program }: HostOptions = {}): Promise<Host> {
    const engine = await startEngineLog();
    const { address, home } = beside?.engine ?? { address: engine.address, home: undefined };
    const known = { PATH: globalThis.process.env.PATH, ...(home && { PULUMI_HOME: home }) };
    const process = await startHostProcess(address, { ...known, ...env }, program);
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
    const host = new Host(client, engine.lines, process.output, process.pid, own, killEngine, stop);
    await host.call("configure", new proto.ConfigureRequest().setArgs(struct(config)));
    return host;
  }

  async check(kind: string, news: Props, olds: Props = {}): Promise<Checked> {
    const request = new proto.CheckRequest().setNews(struct(propsOf(kind, news))).setOlds(struct(olds));
    const response = await this.call<proto.CheckResponse>("check", request);
    const failures = response.getFailuresList().map((each) => each.toObject());
    return { inputs: propsIn(response.getInputs()), failures };
  }

  async diff(kind: string, id: string, olds: Props, news: Props): Promise<Difference> {
    const request = new proto.DiffRequest().setId(id);
    request.setOlds(struct(propsOf(kind, olds))).setNews(struct(propsOf(kind, news)));
    const response = await this.call<proto.DiffResponse>("diff", request);
    const changes = (["unknown", "none", "some"] as const)[response.getChanges()]!;
    return {
      changes,
      replaces: response.getReplacesList(),
      deleteBeforeReplace: response.getDeletebeforereplace(),
    };
  }

  async create(kind: string, inputs: Props): Promise<{ id: string; properties: Props }> {
    const request = new proto.CreateRequest().setProperties(struct(propsOf(kind, inputs)));
    const response = await this.call<proto.CreateResponse>("create", request);
    return { id: response.getId(), properties: propsIn(response.getProperties()) };
  }

  async read(kind: string, id: string, properties: Props): Promise<{ id: string; properties: Props; inputs: Props }> {
    const request = new proto.ReadRequest().setId(id).setProperties(struct(propsOf(kind, properties)));
    const response = await this.call<proto.ReadResponse>("read", request);
    return {
      id: response.getId(),
      properties: propsIn(response.getProperties()),
      inputs: propsIn(response.getInputs()),
    };
  }

  async update(kind: string, id: string, olds: Props, news: Props): Promise<Props> {
    const request = new proto.UpdateRequest().setId(id);
    request.setOlds(struct(propsOf(kind, olds))).setNews(struct(propsOf(kind, news)));
    return propsIn((await this.call<proto.UpdateResponse>("update", request)).getProperties());
  }

  async delete(kind: string, id: string, properties: Props): Promise<void> {
    await this.call("delete", new proto.DeleteRequest().setId(id).setProperties(struct(propsOf(kind, properties))));
  }

  private call<Response>(method: Method, request: unknown): Promise<Response> {
    return new Promise((resolve, reject) => {
      const done = (error: grpc.ServiceError | null, response: Response) =>
        error ? reject(new HostError(error)) : resolve(response);
      (this.client[method] as (request: unknown, done: unknown) => void)(request, done);
    });
  }
}

type Method = "configure" | "check" | "diff" | "create" | "read" | "update" | "delete";

/** Whose a resource is, as the program side tells it. */
export function ownerNamed(logicalName: string): string {
  return `dev::shop::::${logicalName}`;
}

/** The arguments with what the program side adds; what stands there already holds. */
function propsOf(kind: string, args: Props): Props {
  return { __provider: handlerFor(kind), __owner: ownerNamed("nightly"), ...args };
}

/** `undefined` is left out, as Pulumi does. */
function struct(props: Props): Struct {
  return Struct.fromJavaScript(JSON.parse(JSON.stringify(props)) as Record<string, JavaScriptValue>);
}

function propsIn(found: Struct | undefined): Props {
  return (found?.toJavaScript() ?? {}) as Props;
}
