import type { EngineVersion } from "../with/engine/engine";

/** One way in which a user may have the package. */
export interface Cell {
  /** A version or range of the npm package of that name. */
  node: string;
  typescript: string;
  module: "CommonJS" | "ESM";
  packages: "npm" | "pnpm";
  sdk: string;
  engine: EngineVersion;
  /** The program is a part of npm workspaces, this repository, or set up by README's lines alone, without a tsconfig. */
  place?: "workspace" | "repository" | "README";
}

const [node20, node22, node24] = ["20.19", "22", "24"];
const [ts5, ts6] = ["5.9", "6"];
const oldest = "3.216";
/** The oldest that takes TypeScript 6. */
const oldestForTs6 = "3.229";
/** The newest that takes Node 20. */
const newestFor20 = "3.248";
const newest = "latest";

/** Every pair of two columns' values is there, but for what the SDK does not take: the newest Node 20, the oldest TypeScript 6. */
export const cells: readonly Cell[] = [
  { node: node20, typescript: ts5, module: "CommonJS", packages: "npm", sdk: oldest, engine: "3.150.0" },
  { node: node20, typescript: ts6, module: "ESM", packages: "pnpm", sdk: oldestForTs6, engine: "3.250.0" },
  { node: node20, typescript: ts5, module: "ESM", packages: "npm", sdk: newestFor20, engine: "3.250.0" },
  { node: node20, typescript: ts6, module: "CommonJS", packages: "pnpm", sdk: newestFor20, engine: "3.150.0" },
  { node: node22, typescript: ts5, module: "CommonJS", packages: "pnpm", sdk: newest, engine: "3.250.0" },
  { node: node22, typescript: ts6, module: "ESM", packages: "npm", sdk: newest, engine: "3.150.0" },
  { node: node22, typescript: ts5, module: "ESM", packages: "pnpm", sdk: oldest, engine: "3.150.0" },
  { node: node22, typescript: ts6, module: "CommonJS", packages: "npm", sdk: oldestForTs6, engine: "3.250.0" },
  { node: node24, typescript: ts5, module: "ESM", packages: "npm", sdk: newest, engine: "3.250.0" },
  { node: node24, typescript: ts6, module: "CommonJS", packages: "pnpm", sdk: newest, engine: "3.150.0" },
  { node: node24, typescript: ts5, module: "CommonJS", packages: "npm", sdk: oldest, engine: "3.250.0" },
  { node: node24, typescript: ts6, module: "ESM", packages: "pnpm", sdk: oldestForTs6, engine: "3.150.0" },
  {
    node: node24,
    typescript: ts6,
    module: "CommonJS",
    packages: "npm",
    sdk: newest,
    engine: "3.250.0",
    place: "workspace",
  },
  {
    node: node20,
    typescript: "as installed",
    module: "CommonJS",
    packages: "npm",
    sdk: "as installed",
    engine: "3.150.0",
    place: "repository",
  },
  {
    node: node24,
    typescript: "as installed",
    module: "CommonJS",
    packages: "npm",
    sdk: "as installed",
    engine: "3.250.0",
    place: "README",
  },
];
