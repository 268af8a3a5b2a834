import { dirname, join } from "node:path";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import { parseTimeout } from "../../../provider/core/run/deadline";
import { opened, sealed } from "../../../provider/plugin/sealed";
import { handlerFor } from "../../../provider/program/handler";
import { TYPES } from "../../../provider/program/types";

export type Props = Record<string, unknown>;

export type FormName = keyof typeof TYPES;

/** How the engine reaches the provider in one of its forms. Tests write what the dynamic form's hidden inputs hold. */
export interface Form {
  /** The program of the provider process, where the package is in `root`. */
  main(root: string): string;
  configure(config: Props): proto.ConfigureRequest;
  /** Returns what the engine sends for the values of a test or an answer. */
  sent(kind: string, props: Props): Struct;
  /** Returns what a test sees of an answer about `from`. */
  received(answer: Struct | undefined, from: Props): Props;
}

const dynamic: Form = {
  main: () => join(dirname(require.resolve("@pulumi/pulumi/package.json")), "cmd/dynamic-provider/index.js"),
  configure: (config) => new proto.ConfigureRequest().setArgs(struct(config)),
  // The arguments with what the program side adds; what stands there already holds.
  sent: (kind, props) => struct({ __provider: handlerFor(kind), __owner: ownerNamed("nightly"), ...props }),
  received: (answer) => plain(answer),
};

const plugin: Form = {
  main: (root) => join(root, "dist", "bin", "pulumi-resource-backup-plans"),
  configure: (config) => new proto.ConfigureRequest().setArgs(struct(nested(config))),
  sent: (_kind, { __owner, __secrets, __timeouts, ...props }) =>
    struct(sealed(JSON.parse(JSON.stringify(props)), new Set(__secrets as string[] | undefined))),
  received: (answer, { __owner, __timeouts }) => {
    const { values, secrets } = opened(plain(answer));
    const { __owner: _, ...shown } = values;
    const written = Object.entries({ __owner, __timeouts }).filter(([, value]) => value !== undefined);
    return { ...shown, ...Object.fromEntries(written), ...(secrets.length > 0 && { __secrets: secrets }) };
  },
};

/** `PROVIDER_FORM=dynamic mocha …` and `PROVIDER_FORM=plugin mocha …` run in that form what names none. */
export function formOr(usual: FormName): FormName {
  return (process.env.PROVIDER_FORM as FormName | undefined) ?? usual;
}

export const FORMS: Readonly<Record<FormName, Form>> = { dynamic, plugin };

/** Whose a resource is, as the program side tells it. */
export function ownerNamed(logicalName: string): string {
  return `dev::shop::::${logicalName}`;
}

export function urnIn(form: FormName, kind: string, { __owner = ownerNamed("nightly") }: Props): string {
  const [stack = "", project, types, ...name] = `${__owner}`.split("::");
  return `urn:pulumi:${stack.replace(/^.*\//, "")}::${project}::${types}${TYPES[form]}${kind}::${name.join("::")}`;
}

/** The seconds of customTimeouts for an operation; 0 where none is given. */
export function secondsOf({ __timeouts }: Props, operation: string): number {
  const written = (__timeouts as Record<string, string> | undefined)?.[operation];
  return written === undefined ? 0 : parseTimeout(written) / 1000;
}

/** The keys of a stack as objects of our own namespace. */
export function nested(config: Props): Props {
  const args: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(config)) {
    const [namespace, name] = key.split(":") as [string, string];
    if (namespace === "backup-plans") args[name] = value;
    else args[namespace] = { ...(args[namespace] as Props), [name]: value };
  }
  return args;
}

/** The configuration of a stack that has them, which either form reads. */
export function inOwnNamespace(config: Props): Record<string, object> {
  const objects = Object.entries(nested(config)).map(([name, value]) => [`backup-plans:${name}`, value]);
  return Object.fromEntries(objects);
}

/** `undefined` is left out, as Pulumi does. */
export function struct(props: Props): Struct {
  return Struct.fromJavaScript(JSON.parse(JSON.stringify(props)) as Record<string, JavaScriptValue>);
}

function plain(found: Struct | undefined): Props {
  return (found?.toJavaScript() ?? {}) as Props;
}
