import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pages } from "./pages";

const folder = join(__dirname, "..", "..", "docs", "reference");

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(pages())) {
  writeFileSync(join(folder, name), text);
  console.log(`docs/reference/${name}`);
}
