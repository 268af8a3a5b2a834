import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check } from "../../../provider/core/arguments/check";
import { stored } from "../../../provider/core/arguments/state";
import { Settings } from "../../../provider/core/configuration/settings";
import { handlerFor } from "../../../provider/program/handler";
import { services } from "../../../provider/services/services";
import type { Program } from "../../with/programs/program";
import { urnOf } from "./preview-of";

type Properties = Record<string, unknown>;

/** A resource as a state holds it. */
export interface Planted {
  kind: string;
  name: string;
  id: string;
  args: Properties;
  /** Of the service, beside what is always there. */
  outputs?: Properties;
  /** In place of today's. */
  summary?: string;
  retainOnDelete?: boolean;
}

const STACK = "urn:pulumi:test::declared::pulumi:pulumi:Stack::declared-test";
const PROVIDER = "urn:pulumi:test::declared::pulumi:providers:pulumi-nodejs::default";
const PROVIDER_ID = "9d4cdffe-6ebd-4e09-883a-4c26aff33137";

/** Makes the program's stack hold these, as if they had been made long ago. */
export async function plant(program: Program, resources: readonly Planted[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "pulumi-backup-plans-"));
  const file = join(folder, "state.json");
  try {
    const provider = { urn: PROVIDER, custom: true, id: PROVIDER_ID, type: "pulumi:providers:pulumi-nodejs" };
    const all = [{ urn: STACK, custom: false, type: "pulumi:pulumi:Stack" }, provider, ...resources.map(resourceOf)];
    await writeFile(file, JSON.stringify({ version: 3, deployment: { manifest: {}, resources: all } }));
    const { code, text } = await program.run(["stack", "import", "--file", file]);
    if (code !== 0) throw new Error(text);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function resourceOf(planted: Planted): object {
  const { kind, name, id, outputs, retainOnDelete } = planted;
  const inputs = { ...inputsOf(planted), ...(planted.summary && { summary: planted.summary }) };
  return {
    urn: urnOf({ kind, name }),
    custom: true,
    id,
    type: `pulumi-nodejs:dynamic/${kind}`,
    inputs,
    outputs: stored(inputs, { state: "ready", ...outputs }),
    parent: STACK,
    provider: `${PROVIDER}::${PROVIDER_ID}`,
    ...(retainOnDelete && { retainOnDelete }),
  };
}

/** What `check` makes of the arguments. */
export function inputsOf({ kind, name, args }: Pick<Planted, "kind" | "name" | "args">): Properties {
  const owner = `test::declared::::${name}`;
  const hidden = { __owner: owner, __provider: handlerFor(kind) };
  const settings = new Settings({ get: () => undefined } as never, {});
  // Long ago, when starts that have passed were still to come.
  const now = new Date("2020-01-01T00:00:00Z");
  const { inputs, failures } = check(
    services.definitionOf(kind)!,
    {},
    { ...args, ...hidden },
    { now, settings, owner },
  );
  if (failures.length > 0) throw new Error(`${kind} ${name}: ${failures.join("\n")}`);
  return inputs;
}
