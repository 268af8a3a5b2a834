import * as grpc from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { requireBuilt } from "../engine/require-built";
import { type LogLine, startEngineLog } from "./engine-log";
import { FORMS, type Form, type FormName, type Props, secondsOf, struct, urnIn } from "./form";
import { HostError } from "./host-error";
import { startHostProcess } from "./host-process";

// At once: later, what was started before would keep the tests from ending.
requireBuilt();

export { ownerNamed, type Props } from "./form";

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
  /** The form of the provider; the one that the environment names, or the dynamic one. */
  form?: FormName;
  /** One that the same engine started for another provider. */
  beside?: Host;
  /** The folder of the program, which has the package. */
  program?: string;
}

/** `PROVIDER_FORM=plugin mocha …` runs any test through the plugin. */
const usual: FormName = process.env.PROVIDER_FORM === "plugin" ? "plugin" : "dynamic";

/** The provider in the process in which Pulumi runs it, called as the engine calls it. */
export class Host {
  private constructor(
    private readonly formName: FormName,
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

  static async start({ config = {}, env = {}, form = usual, beside, program }: HostOptions = {}): Promise<Host> {
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
    await host.call("configure", FORMS[form].configure(config), {});
    return host;
  }

  async check(kind: string, news: Props, olds: Props = {}): Promise<Checked> {
    const request = new proto.CheckRequest().setUrn(this.urn(kind, news)).setNews(this.sent(kind, news));
    const response = await this.call<proto.CheckResponse>("check", request.setOlds(this.held(kind, olds)), news);
    const failures = response.getFailuresList().map((each) => each.toObject());
    return { inputs: this.form.received(response.getInputs(), news), failures };
  }

  async diff(kind: string, id: string, olds: Props, news: Props): Promise<Difference> {
    const request = new proto.DiffRequest().setId(id).setUrn(this.urn(kind, news));
    request.setOlds(this.sent(kind, olds)).setNews(this.sent(kind, news));
    const response = await this.call<proto.DiffResponse>("diff", request, news);
    const changes = (["unknown", "none", "some"] as const)[response.getChanges()]!;
    return {
      changes,
      replaces: response.getReplacesList(),
      deleteBeforeReplace: response.getDeletebeforereplace(),
    };
  }

  async create(kind: string, inputs: Props): Promise<{ id: string; properties: Props }> {
    const request = new proto.CreateRequest().setUrn(this.urn(kind, inputs)).setProperties(this.sent(kind, inputs));
    request.setTimeout(secondsOf(inputs, "create"));
    const response = await this.call<proto.CreateResponse>("create", request, inputs);
    return { id: response.getId(), properties: this.form.received(response.getProperties(), inputs) };
  }

  async read(kind: string, id: string, properties: Props): Promise<{ id: string; properties: Props; inputs: Props }> {
    const request = new proto.ReadRequest().setId(id).setUrn(this.urn(kind, properties));
    request.setProperties(this.sent(kind, properties));
    const response = await this.call<proto.ReadResponse>("read", request, properties);
    return {
      id: response.getId(),
      properties: this.form.received(response.getProperties(), properties),
      inputs: this.form.received(response.getInputs(), properties),
    };
  }

  async update(kind: string, id: string, olds: Props, news: Props): Promise<Props> {
    const request = new proto.UpdateRequest().setId(id).setUrn(this.urn(kind, news));
    request.setOlds(this.sent(kind, olds)).setNews(this.sent(kind, news)).setTimeout(secondsOf(news, "update"));
    const response = await this.call<proto.UpdateResponse>("update", request, news);
    return this.form.received(response.getProperties(), news);
  }

  async delete(kind: string, id: string, properties: Props): Promise<void> {
    const request = new proto.DeleteRequest().setId(id).setUrn(this.urn(kind, properties));
    request.setProperties(this.sent(kind, properties)).setTimeout(secondsOf(properties, "delete"));
    await this.call("delete", request, properties);
  }

  /** The user ends the run. */
  async cancel(): Promise<void> {
    await this.call("cancel", new Empty(), {});
  }

  private get form(): Form {
    return FORMS[this.formName];
  }

  private urn(kind: string, props: Props): string {
    return urnIn(this.formName, kind, props);
  }

  private sent(kind: string, props: Props): Struct {
    return this.form.sent(kind, props);
  }

  /** What a state holds: nothing stays nothing. */
  private held(kind: string, olds: Props): Struct {
    return Object.keys(olds).length === 0 ? struct({}) : this.sent(kind, olds);
  }

  private call<Response>(method: Method, request: unknown, about: Props): Promise<Response> {
    return new Promise((resolve, reject) => {
      const received = (answer: Struct | undefined) => this.form.received(answer, about);
      const done = (error: grpc.ServiceError | null, response: Response) =>
        error ? reject(new HostError(error, received)) : resolve(response);
      (this.client[method] as (request: unknown, done: unknown) => void)(request, done);
    });
  }
}

type Method = "cancel" | "configure" | "check" | "diff" | "create" | "read" | "update" | "delete";
