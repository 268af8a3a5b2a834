import { delimiter } from "node:path";
import { pathToFileURL } from "node:url";
import type { Engine } from "./engine";

interface RunFolders {
  /** A fresh folder for what Pulumi keeps between runs. */
  home: string;
  /** An existing folder for the state. */
  backendDir: string;
  /** Folders that come on PATH after that of the engine. */
  path?: readonly string[];
}

/** The environment of a run that meets neither the stacks nor the clouds of whoever started it. */
export function engineEnvironment(engine: Engine, { home, backendDir, path = [] }: RunFolders): NodeJS.ProcessEnv {
  return {
    ...withoutAccounts(process.env),
    PATH: [engine.dir, ...path, process.env.PATH].filter(Boolean).join(delimiter),
    PULUMI_HOME: home,
    PULUMI_BACKEND_URL: pathToFileURL(backendDir).href,
    PULUMI_CONFIG_PASSPHRASE: "",
    PULUMI_SKIP_UPDATE_CHECK: "1",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    NO_COLOR: "1",
  };
}

const accounts = /^(PULUMI|BACKUP_PLANS|OS|SERVERAVATAR|RAX)_/;

function withoutAccounts(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !accounts.test(name)));
}
