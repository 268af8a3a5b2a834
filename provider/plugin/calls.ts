import type { sendUnaryData } from "@grpc/grpc-js";
import type { IResourceProviderServer } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { isHidden } from "../core/arguments/inputs";
import type { Config } from "../core/configuration/nested";
import { BackupError } from "../core/ground/errors";
import type { Call, Lifecycle } from "../core/kind/call";
import type { Outputs } from "../core/kind/definition";
import { type Refused, refusal } from "./refusal";
import { callOf, configOf, kindOfUrn } from "./request";
import schema from "./schema.json";
import { opened, sealed } from "./sealed";

/** This part of Pulumi's SDK has no types. */
const { PluginInfo } = require("@pulumi/pulumi/proto/plugin_pb");

/** Returns the engine's calls for a kind; nothing where this version does not know it. */
type LifecycleOf = (kind: string) => Lifecycle | undefined;

/** A request about a resource: with the stored and the new values, or with the values of one of the two. */
interface Concerning {
  getUrn(): string;
  getTimeout?(): number;
  getOlds?(): Struct | undefined;
  getNews?(): Struct | undefined;
  getProperties?(): Struct | undefined;
}

/** The resource of a request: its calls, and the conversion of its values. */
interface Resource {
  lifecycle: Lifecycle;
  call: Call;
  /** Returns inputs as the engine accepts them. */
  inputs(values: Outputs): Struct;
  /** Returns values as the engine stores them. */
  outputs(values: Outputs): Struct;
}

/** Returns the engine's calls to a plugin. */
export function callsOf(lifecycleOf: LifecycleOf, cancel: () => void, version: string): IResourceProviderServer {
  let config: Config | undefined;

  /** Answers a request about a resource. */
  const about =
    <Request extends Concerning, Response>(
      act: (resource: Resource, request: Request, ...values: Outputs[]) => Promise<Response>,
    ) =>
    async ({ request }: { request: Request }, done: sendUnaryData<Response>): Promise<void> => {
      const urn = request.getUrn();
      const holders = request.getProperties ? [request.getProperties()] : [request.getOlds?.(), request.getNews?.()];
      const held = holders.map((holder) => opened(plain(holder)));
      const secrets = held.flatMap((each) => each.secrets);
      const call = callOf(urn, secrets, config, request.getTimeout?.());
      const inputs = (values: Outputs) => packed(sealed(shown(values), call.secrets));
      const outputs = (values: Outputs) => packed(sealed({ ...shown(values), __owner: call.owner }, call.secrets));
      try {
        const lifecycle = lifecycleOf(kindOfUrn(urn));
        if (!lifecycle) throw new BackupError(`this version does not know ${kindOfUrn(urn)}; upgrade the plugin`);
        done(null, await act({ lifecycle, call, inputs, outputs }, request, ...held.map(({ values }) => values)));
      } catch (error) {
        done(refusal(error as Refused, outputs));
      }
    };

  const calls = {
    getSchema: answer(() => new proto.GetSchemaResponse().setSchema(JSON.stringify(schema))),
    getPluginInfo: answer(() => new PluginInfo().setVersion(version)),
    // Running calls end soon by themselves, and the engine waits for their answers.
    cancel: answer(() => {
      cancel();
      return new Empty();
    }),
    // Some engines do not name the provider in Configure, so its inputs keep the name.
    checkConfig: answer((request: proto.CheckRequest) => {
      const name = request.getUrn().split("::").slice(3).join("::");
      const inputs = plain(request.getNews());
      return new proto.CheckResponse().setInputs(packed(isDefault(name) ? inputs : { ...inputs, provider: name }));
    }),
    configure: answer((request: proto.ConfigureRequest) => {
      const { version: _, ...args } = opened(plain(request.getArgs())).values;
      config = configOf(args, process.env.PULUMI_PROJECT);
      return new proto.ConfigureResponse().setAcceptsecrets(true).setSupportspreview(true);
    }),
    check: about(async ({ lifecycle, call, inputs }, _request: proto.CheckRequest, olds = {}, news = {}) => {
      const checked = await lifecycle.check(call, olds, withoutHidden(news));
      const failures = (checked.failures ?? []).map(({ property, reason }) =>
        new proto.CheckFailure().setProperty(property).setReason(reason),
      );
      return new proto.CheckResponse().setInputs(inputs(checked.inputs ?? news)).setFailuresList(failures);
    }),
    diff: about(async ({ lifecycle, call }, request: proto.DiffRequest, olds = {}, news = {}) => {
      const {
        changes,
        replaces = [],
        deleteBeforeReplace = false,
      } = await lifecycle.diff(call, request.getId(), olds, news);
      const { DIFF_UNKNOWN, DIFF_SOME, DIFF_NONE } = proto.DiffResponse.DiffChanges;
      return new proto.DiffResponse()
        .setChanges(changes === undefined ? DIFF_UNKNOWN : changes ? DIFF_SOME : DIFF_NONE)
        .setReplacesList(replaces)
        .setDeletebeforereplace(deleteBeforeReplace);
    }),
    create: about(async ({ lifecycle, call, outputs }, request: proto.CreateRequest, news = {}) => {
      if (request.getPreview()) return new proto.CreateResponse().setProperties(request.getProperties());
      const { id, outs = {} } = await lifecycle.create(call, news);
      return new proto.CreateResponse().setId(id).setProperties(outputs(outs));
    }),
    read: about(async ({ lifecycle, call, inputs, outputs }, request: proto.ReadRequest, state = {}) => {
      const { id = "", props = {}, inputs: live = {} } = await lifecycle.read(call, request.getId(), state);
      if (id === "") return new proto.ReadResponse();
      return new proto.ReadResponse().setId(id).setProperties(outputs(props)).setInputs(inputs(live));
    }),
    update: about(async ({ lifecycle, call, outputs }, request: proto.UpdateRequest, olds = {}, news = {}) => {
      if (request.getPreview()) return new proto.UpdateResponse().setProperties(request.getNews());
      const { outs = {} } = await lifecycle.update(call, request.getId(), olds, news);
      return new proto.UpdateResponse().setProperties(outputs(outs));
    }),
    delete: about(async ({ lifecycle, call }, request: proto.DeleteRequest, state = {}) => {
      await lifecycle.delete(call, request.getId(), state);
      return new Empty();
    }),
  };
  return calls as unknown as IResourceProviderServer;
}

/** Answers a request about the provider itself. */
function answer<Request, Response>(act: (request: Request) => Response) {
  return ({ request }: { request: Request }, done: sendUnaryData<Response>): void => done(null, act(request));
}

/** Returns whether it is the default provider, which no program makes. Its name may end in a version. */
function isDefault(name: string): boolean {
  return /^default(_|$)/.test(name);
}

function plain(holder: Struct | undefined): Outputs {
  return (holder?.toJavaScript() ?? {}) as Outputs;
}

function packed(values: Outputs): Struct {
  return Struct.fromJavaScript(values as never);
}

/** Returns the values without the inputs that the dynamic form alone needs: the engine tells the plugin those. */
function shown({ __provider, __owner, __secrets, __timeouts, ...values }: Outputs): Outputs {
  return values;
}

/** Removes hidden names: no program writes them. */
function withoutHidden(values: Outputs): Outputs {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !isHidden(name)));
}
