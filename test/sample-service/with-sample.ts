import { appendFile, copyFile, cp, mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { services } from "../emulator/services";
import { ROOT } from "../with/root";
import { HERE, type Where } from "../with/where";
import { emulator } from "./emulator";

/** The executable, without a bundle of the services that the package has. */
const EXECUTABLE = "dist/bin/pulumi-resource-backup-plans";

/** The two lines that a service has in the package, by the files that they stand in. */
const LINES = {
  "dist/services/all.js": 'exports.sample = require("../../test/sample-service/service");\n',
  "dist/index.js": 'exports.sample = require("../test/sample-service");\n',
};

/** A copy of the package as it is built, with the sample service's lines; `test` is where it is. */
export async function withSample(): Promise<Where> {
  const root = await mkdtemp(join(tmpdir(), "pulumi-backup-plans-"));
  await cp(join(ROOT, "dist"), join(root, "dist"), { recursive: true });
  for (const [file, line] of Object.entries(LINES)) await appendFile(join(root, file), line);
  await writeFile(join(root, EXECUTABLE), 'require("../plugin/main");\n');
  await copyFile(join(ROOT, "package.json"), join(root, "package.json"));
  await symlink("dist", join(root, "provider"));
  await symlink(join(ROOT, "node_modules"), join(root, "node_modules"));
  await cp(HERE.program, join(root, "program"), { recursive: true });
  const sample = join(root, "test", "sample-service");
  await mkdir(sample, { recursive: true });
  for (const file of (await readdir(__dirname)).filter((name) => name.endsWith(".ts"))) {
    const source = await readFile(join(__dirname, file), "utf8");
    const { outputText } = ts.transpileModule(source, {
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
    });
    await writeFile(join(sample, file.replace(/ts$/, "js")), outputText);
  }
  return {
    root,
    program: join(root, "program"),
    services: [...services, emulator],
    account: (urls) => ({ "sample:token": "sample-token", "sample:endpoint": `${urls.sample}` }),
  };
}
