import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { daily } from "../with/journeys/plans";
import type { Cell } from "./cells";
import { install } from "./install";
import { setUpByReadme } from "./readme";

const program = `import * as backup from "pulumi-backup-plans";

const nightly = new backup.serveravatar.BackupPlan("nightly", ${JSON.stringify({ ...daily, onDelete: "delete" })});

export const summary = nightly.summary;
`;

/** As `pulumi new typescript` writes it; TypeScript 6 does not take its module resolution any more. */
const template = { strict: true, target: "es2020", module: "commonjs", moduleResolution: "node" };
const modern = { strict: true, target: "es2022", module: "nodenext", types: ["node"] };

/** A program with one plan in an empty folder, the package installed from its tarball; tells the program's folder. */
export async function writeProgram(
  root: string,
  cell: Cell,
  tarball: string,
  env: NodeJS.ProcessEnv,
): Promise<{ folder: string; modules: string }> {
  if (cell.place === "README") {
    await setUpByReadme(root, tarball, program, env);
    return { folder: root, modules: join(root, "node_modules") };
  }
  const manifest = {
    name: "infra",
    ...(cell.module === "ESM" && { type: "module" }),
    dependencies: { "@pulumi/pulumi": cell.sdk, "pulumi-backup-plans": `file:${tarball}` },
    devDependencies: { typescript: cell.typescript, "ts-node": "10", "@types/node": "20" },
  };
  const folder = cell.place === "workspace" ? join(root, "infra") : root;
  await mkdir(folder, { recursive: true });
  const compilerOptions = cell.module === "CommonJS" && cell.typescript === "5.9" ? template : modern;
  const files = {
    "Pulumi.yaml": "name: infra\nruntime: nodejs\nmain: index.ts\n",
    "index.ts": program,
    "tsconfig.json": JSON.stringify({ compilerOptions, files: ["index.ts"] }),
    "package.json": JSON.stringify({ private: true, ...manifest }),
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const installed = cell.place === "workspace" ? { workspaces: ["infra"] } : manifest;
  await install(root, installed, cell.packages, env);
  return { folder, modules: join(root, "node_modules") };
}
