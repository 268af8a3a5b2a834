import * as pulumi from "@pulumi/pulumi";
import { givenArguments, refuseDeletedWith } from "./resource";
import { shortenStacks } from "./short-stack";
import { TYPES } from "./types";

/** A kind, as the class of the dynamic form describes it. */
interface Described {
  readonly kind: string;
  readonly outputs: readonly string[];
}

/** Returns the classes of a service for the plugin. They have the arguments and outputs of the dynamic form. */
export function ofPlugin<Classes extends object>(classes: Classes): Classes {
  const made = Object.entries(classes).map(([name, each]) => [name, pluginClass(each as Described)]);
  return Object.fromEntries(made) as Classes;
}

function pluginClass({ kind, outputs }: Described): unknown {
  const unset = Object.fromEntries(outputs.map((output) => [output, undefined]));
  const made = class extends pulumi.CustomResource {
    constructor(name: string, args: object | undefined, opts: pulumi.CustomResourceOptions = {}) {
      const given = givenArguments(`${kind} "${name}"`, args);
      refuseDeletedWith(kind, name, given, opts);
      // The alias finds a resource of the dynamic form.
      const aliases = [...(opts.aliases ?? []), { type: TYPES.dynamic + kind }];
      const restore = shortenStacks();
      try {
        super(TYPES.plugin + kind, name, { ...unset, ...given }, { ...opts, aliases });
      } finally {
        restore();
      }
    }
  };
  return Object.defineProperty(made, "name", { value: kind.split(":")[1] });
}
