import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../with/root";
import { pages } from "./pages";
import { schemaText } from "./schema";

const folder = join(ROOT, "docs", "reference");

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(pages())) {
  writeFileSync(join(folder, name), text);
  console.log(`docs/reference/${name}`);
}
writeFileSync(join(ROOT, "provider", "plugin", "schema.json"), schemaText());
console.log("provider/plugin/schema.json");
