import type { dynamic } from "@pulumi/pulumi";
import type { Config } from "../configuration/nested";
import type { Outputs } from "./definition";

/** One call of the engine, beside the values of the resource that it concerns. */
export interface Call {
  readonly urn: string;
  /** The identity of the resource: organization, stack, project, parent types and logical name. */
  readonly owner: string;
  /** The names of the arguments that are secret in the program or in the state. */
  readonly secrets: ReadonlySet<string>;
  /** The program's `customTimeouts` for this operation: `1h30m`. */
  readonly timeout?: string | undefined;
  /** The configuration of the stack, or of an explicit provider. */
  readonly config: Config | undefined;
}

/** The calls of the engine for one kind of resource. */
export interface Lifecycle {
  check(call: Call, olds: Outputs, news: Outputs): Promise<dynamic.CheckResult<Outputs>>;
  diff(call: Call, id: string, olds: Outputs, news: Outputs): Promise<dynamic.DiffResult>;
  create(call: Call, inputs: Outputs): Promise<dynamic.CreateResult<Outputs>>;
  read(call: Call, id: string, state: Outputs): Promise<dynamic.ReadResult<Outputs>>;
  update(call: Call, id: string, olds: Outputs, news: Outputs): Promise<dynamic.UpdateResult<Outputs>>;
  delete(call: Call, id: string, state: Outputs): Promise<void>;
}
