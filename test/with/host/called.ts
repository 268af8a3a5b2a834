import type * as grpc from "@grpc/grpc-js";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { FORMS, type Form, type FormName, type Props, secondsOf, struct, urnIn } from "./form";
import { HostError } from "./host-error";

export interface Checked {
  inputs: Props;
  failures: { property: string; reason: string }[];
}

export interface Difference {
  changes: "unknown" | "none" | "some";
  replaces: string[];
  deleteBeforeReplace: boolean;
}

type Method = "cancel" | "configure" | "check" | "diff" | "create" | "read" | "update" | "delete";

/** Takes the requests of an engine: a connection to a provider process, or the provider itself. */
export type Client = Record<Method, (request: never, done: never) => unknown>;

/** A provider in one of its forms, called as the engine calls it. */
export class Called {
  constructor(
    private readonly formName: FormName,
    protected readonly client: Client,
  ) {}

  async configure(config: Props): Promise<void> {
    await this.call("", "configure", this.form.configure(config), {});
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

  /** The user ends the run. */
  async cancel(): Promise<void> {
    await this.call("", "cancel", new Empty(), {});
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

  /** Returns the values of a state: nothing stays nothing. */
  private held(kind: string, olds: Props): Struct {
    return Object.keys(olds).length === 0 ? struct({}) : this.sent(kind, olds);
  }

  /** Who serves a kind. */
  protected async clientOf(_kind: string): Promise<Client> {
    return this.client;
  }

  private async call<Response>(kind: string, method: Method, request: unknown, about: Props): Promise<Response> {
    const client = await this.clientOf(kind);
    return new Promise((resolve, reject) => {
      const received = (answer: Struct | undefined) => this.form.received(answer, about);
      const done = (error: grpc.ServiceError | null, response: Response) =>
        error ? reject(new HostError(error, received)) : resolve(response);
      client[method](request as never, done as never);
    });
  }
}
