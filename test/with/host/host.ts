import * as grpc from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { requireBuilt } from "../engine/require-built";
import { ROOT } from "../root";
import { type LogLine, startEngineLog } from "./engine-log";
import { FORMS, type Form, type FormName, type Props, secondsOf, struct, urnIn } from "./form";
import { HostError } from "./host-error";
import { startHostProcess } from "./host-process";
import { withAccount } from "./own-accounts";

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

/** `PROVIDER_FORM=dynamic mocha …` runs any test in Pulumi's own host of dynamic providers. */
const usual: FormName = process.env.PROVIDER_FORM === "dynamic" ? "dynamic" : "plugin";

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
    /** The process of an explicit provider, where the kind's service has one. */
    private readonly other: (kind: string) => Promise<Host> | undefined,
  ) {}

  static async start(options: HostOptions = {}): Promise<Host> {
    const { config = {}, accounts = {}, env = {}, form = usual, beside, program = ROOT } = options;
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
    await host.call("", "configure", FORMS[form].configure(config), {});
    return host;
  }

  async check(kind: string, news: Props, olds: Props = {}): Promise<Checked> {
    const request = new proto.CheckRequest().setUrn(this.urn(kind, news)).setNews(this.sent(kind, news));
    const response = await this.call<proto.CheckResponse>(kind, "check", request.setOlds(this.held(kind, olds)), news);
    const failures = response.getFailuresList().map((each) => each.toObject());
    return { inputs: this.form.received(response.getInputs(), news), failures };
  }

  async diff(kind: string, id: string, olds: Props, news: Props): Promise<Difference> {
    const request = new proto.DiffRequest().setId(id).setUrn(this.urn(kind, news));
    request.setOlds(this.sent(kind, olds)).setNews(this.sent(kind, news));
    const response = await this.call<proto.DiffResponse>(kind, "diff", request, news);
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
    const response = await this.call<proto.CreateResponse>(kind, "create", request, inputs);
    return { id: response.getId(), properties: this.form.received(response.getProperties(), inputs) };
  }

  async read(kind: string, id: string, properties: Props): Promise<{ id: string; properties: Props; inputs: Props }> {
    const request = new proto.ReadRequest().setId(id).setUrn(this.urn(kind, properties));
    request.setProperties(this.sent(kind, properties));
    const response = await this.call<proto.ReadResponse>(kind, "read", request, properties);
    return {
      id: response.getId(),
      properties: this.form.received(response.getProperties(), properties),
      inputs: this.form.received(response.getInputs(), properties),
    };
  }

  async update(kind: string, id: string, olds: Props, news: Props): Promise<Props> {
    const request = new proto.UpdateRequest().setId(id).setUrn(this.urn(kind, news));
    request.setOlds(this.sent(kind, olds)).setNews(this.sent(kind, news)).setTimeout(secondsOf(news, "update"));
    const response = await this.call<proto.UpdateResponse>(kind, "update", request, news);
    return this.form.received(response.getProperties(), news);
  }

  async delete(kind: string, id: string, properties: Props): Promise<void> {
    const request = new proto.DeleteRequest().setId(id).setUrn(this.urn(kind, properties));
    request.setProperties(this.sent(kind, properties)).setTimeout(secondsOf(properties, "delete"));
    await this.call(kind, "delete", request, properties);
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

  private async call<Response>(kind: string, method: Method, request: unknown, about: Props): Promise<Response> {
    const host = (await this.other(kind)) ?? this;
    return new Promise((resolve, reject) => {
      const received = (answer: Struct | undefined) => this.form.received(answer, about);
      const done = (error: grpc.ServiceError | null, response: Response) =>
        error ? reject(new HostError(error, received)) : resolve(response);
      (host.client[method] as (request: unknown, done: unknown) => void)(request, done);
    });
  }
}

type Method = "configure" | "check" | "diff" | "create" | "read" | "update" | "delete";
