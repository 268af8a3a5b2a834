import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

/** Without it a provider process would say nothing, and a test would wait for it until its time is over. */
export function requireBuilt(root = resolve(__dirname, "../..")): void {
  if (existsSync(join(root, "dist", "services", "index.js"))) return;
  throw new Error("dist is missing, and the provider process runs from it: run `npm run build` first");
}
