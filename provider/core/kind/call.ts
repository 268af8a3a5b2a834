import type { dynamic } from "@pulumi/pulumi";
import type { Config } from "../configuration/nested";
import type { Outputs } from "./definition";

/** One call of the engine, beside the values of the resource that it concerns. */
export interface Call {
  readonly urn: string;
  /** Whose the resource is: its URN without what all of its kind have in common. */
  readonly owner: string;
  /** The arguments that are marked secret, now or in what is stored. */
  readonly secrets: ReadonlySet<string>;
  /** How long the program gives the operation, as customTimeouts write it: `1h30m`. */
  readonly timeout?: string | undefined;
  /** The stack's configuration, or that of an explicit provider. */
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
