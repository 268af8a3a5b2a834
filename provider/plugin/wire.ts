import { createRequire } from "node:module";
import type * as Grpc from "@grpc/grpc-js";
import type * as ProviderService from "@pulumi/pulumi/proto/provider_grpc_pb";
import type * as Provider from "@pulumi/pulumi/proto/provider_pb";
import type * as Any from "google-protobuf/google/protobuf/any_pb";
import type * as Empty from "google-protobuf/google/protobuf/empty_pb";
import type * as Struct from "google-protobuf/google/protobuf/struct_pb";

/** Resolves modules from Pulumi's SDK: a strict package manager hides the SDK's dependencies from others. */
const ofPulumi = createRequire(require.resolve("@pulumi/pulumi/package.json"));

export const grpc: typeof Grpc = ofPulumi("@grpc/grpc-js");
export const service: typeof ProviderService = ofPulumi("./proto/provider_grpc_pb");
export const messages: typeof Provider = ofPulumi("./proto/provider_pb");
/** They come without types. */
export const { PluginInfo } = ofPulumi("./proto/plugin_pb");
export const { Status } = ofPulumi("./proto/status_pb");
export const any: typeof Any = ofPulumi("google-protobuf/google/protobuf/any_pb");
export const empty: typeof Empty = ofPulumi("google-protobuf/google/protobuf/empty_pb");
export const struct: typeof Struct = ofPulumi("google-protobuf/google/protobuf/struct_pb");
