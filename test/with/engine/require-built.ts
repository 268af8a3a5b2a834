import { existsSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../root";

/** Without it a provider process would say nothing, and a test would wait for it until its time is over. */
export function requireBuilt(root = ROOT): void {
  if (existsSync(join(root, "dist", "engine.js"))) return;
  throw new Error("dist is missing, and the provider process runs from it: run `npm run build` first");
}
