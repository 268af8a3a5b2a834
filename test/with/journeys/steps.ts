/** What a preview is going to do with one resource. */
export interface Step {
  op: string;
  name: string;
  /** The changed properties. */
  changed: string[];
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever is planned.
  inputs: Record<string, any>;
}

interface PreviewStep {
  op: string;
  urn: string;
  detailedDiff?: Record<string, unknown> | null;
  newState?: { inputs?: Record<string, unknown>; type: string } | null;
}

/** The steps that change something, without stack, components and providers. */
export function readSteps({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }): Step[] {
  if (code !== 0) throw new Error(`the preview failed:\n${stdout}${stderr}`);
  const steps = (JSON.parse(stdout).steps ?? []) as PreviewStep[];
  return steps
    .filter(({ op, urn }) => op !== "same" && urn.includes("pulumi-nodejs:dynamic/"))
    .map(({ op, urn, detailedDiff, newState }) => ({
      op,
      name: urn.slice(urn.lastIndexOf("::") + 2),
      changed: Object.keys(detailedDiff ?? {}).sort(),
      inputs: newState?.inputs ?? {},
    }));
}
