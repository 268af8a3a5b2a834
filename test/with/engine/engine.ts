/** The versions whose build from Go modules is pinned in `go/`. */
export type EngineVersion = "3.250.0" | "3.150.0";

export interface Engine {
  /** The `pulumi` executable. */
  bin: string;
  /** The folder to put first on PATH; undefined when the engine is on PATH already. */
  dir: string | undefined;
  version: string;
  source: "PATH" | "cache" | "installer" | "go modules";
}

/** The facts that each way to an engine needs. */
export interface EngineSearch {
  version: EngineVersion;
  env: NodeJS.ProcessEnv;
  report: (line: string) => void;
}

/** The programs that a dynamic provider in TypeScript needs beside the engine. */
export const companions = ["pulumi-language-nodejs", "pulumi-resource-pulumi-nodejs"];
