import { join } from "node:path";

/** The environment of a program as users have it, whose types `npm run check` has checked. */
export const AS_USERS: NodeJS.ProcessEnv = { PULUMI_NODEJS_TRANSPILE_ONLY: "true", NODE_OPTIONS: undefined };

/** And one in which a program and its provider start sooner. */
export const QUICKLY = {
  ...AS_USERS,
  NODE_OPTIONS: `--require ${JSON.stringify(join(__dirname, "loads-later.js"))}`,
};
