import { Stage } from "../with/stage";
import { declared } from "./declared";

/** What `pulumi stack export` tells. */
export interface Exported {
  deployment: { resources: StoredResource[] };
}

interface StoredResource {
  urn: string;
  id?: string;
  inputs?: Record<string, unknown>;
  outputs?: Record<string, unknown>;
}

/** A stack in which everything is made. */
export async function made(): Promise<Stage> {
  const stage = await Stage.open({ settings: { serveravatar: { undocumentedDelete: "works" } } });
  try {
    const eu = { serveravatar: { token: "emulator-token-eu", endpoint: stage.urls.serveravatar } };
    await stage.program.declare(declared, { "declared:providers": { eu } });
    const run = await stage.program.up();
    if (run.code !== 0) throw new Error(run.text);
    return stage;
  } catch (error) {
    await stage.close();
    throw error;
  }
}

export async function exported({ program }: Stage): Promise<Exported> {
  return JSON.parse((await program.run(["stack", "export"])).text);
}
