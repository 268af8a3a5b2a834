type Properties = Record<string, unknown>;

/** A step as `pulumi preview --json --show-sames` writes it. */
export interface Step {
  op: string;
  kind: string;
  name: string;
  id?: string;
  old?: Properties;
  new?: Properties;
  /** Of the state, beside its inputs. */
  outputs?: Properties;
  within?: string;
  formerName?: string;
  retainOnDelete?: boolean;
  replaceReasons?: string[];
}

interface Told {
  severity: "warning" | "error";
  name: string;
  kind: string;
  message: string;
}

/** The JSON of a preview. */
export function previewOf(steps: readonly Step[], diagnostics: readonly Told[] = []): string {
  return JSON.stringify({
    config: { "serveravatar:token": "[secret]" },
    steps: [stackStep, ...steps.map(stepOf)],
    diagnostics: diagnostics.map((each) => ({ ...each, urn: urnOf(each) })),
    changeSummary: { same: 1 },
  });
}

const stack = "urn:pulumi:test::declared::pulumi:pulumi:Stack::declared-test";
const stackStep = { op: "same", urn: stack, oldState: { urn: stack }, newState: { urn: stack }, detailedDiff: null };

function stepOf(step: Step): object {
  const { op, id = "21", old, new: next, outputs, formerName, retainOnDelete, replaceReasons } = step;
  const urn = urnOf(step);
  const former = formerName ? urnOf({ ...step, name: formerName }) : urn;
  return {
    op,
    urn,
    ...(old && { oldState: { urn: former, id, inputs: old, outputs: { ...old, ...outputs }, retainOnDelete } }),
    ...(next && { newState: { urn, inputs: next } }),
    replaceReasons,
    detailedDiff: null,
  };
}

export function urnOf({ kind, name, within }: Pick<Step, "kind" | "name" | "within">): string {
  const types = within ? `${within}$` : "";
  return `urn:pulumi:test::declared::${types}pulumi-nodejs:dynamic/${kind}::${name}`;
}
