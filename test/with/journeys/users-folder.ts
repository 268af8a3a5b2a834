import { execFile } from "node:child_process";
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { ROOT } from "../root";

const repository = ROOT;
const name = "pulumi-backup-plans";

export interface Packed {
  tarball: string;
  /** Where its tarball is unpacked. */
  folder: string;
  /** The paths of the files in it. */
  files: string[];
  bytes: number;
  unpackedBytes: number;
}

/** A folder outside this repository, for what users of the package have. */
export class UsersFolder {
  private constructor(readonly root: string) {}

  static async create(): Promise<UsersFolder> {
    return new UsersFolder(await mkdtemp(join(tmpdir(), "outside-")));
  }

  /** Makes the package's tarball, from what is built, and unpacks it. */
  async pack(): Promise<Packed> {
    const run = promisify(execFile);
    const args = ["pack", "--json", "--ignore-scripts", "--silent", "--pack-destination", this.root];
    const { stdout } = await run("npm", args, { cwd: repository });
    const [packed] = JSON.parse(stdout);
    const tarball = join(this.root, packed.filename);
    await run("tar", ["-xzf", tarball, "-C", this.root]);
    const files = packed.files.map(({ path }: { path: string }) => path);
    const { size: bytes, unpackedSize: unpackedBytes } = packed;
    return { tarball, folder: join(this.root, "package"), files, bytes, unpackedBytes };
  }

  /**
   * A project with these files, in which `packed` is installed; the packages that it needs are those of this repository. Its
   * program is the first file, unless it has a Pulumi.yaml that says otherwise.
   */
  async project(name: string, files: Record<string, string>, packed: Packed): Promise<string> {
    const folder = this.folderOf(name);
    const yaml = `name: ${name}\nruntime: nodejs\nmain: ${Object.keys(files)[0]}\n`;
    await mkdir(folder);
    for (const [file, text] of Object.entries({ "Pulumi.yaml": yaml, ...files }))
      await writeFile(join(folder, file), text);
    await linkModules(join(folder, "node_modules"));
    await install(folder, packed);
    return folder;
  }

  folderOf(project: string): string {
    return join(this.root, project);
  }

  /** A project with the files of one of this repository's examples. */
  async example(path: string, packed: Packed): Promise<string> {
    const from = join(repository, "examples", path);
    const names = await readdir(from);
    const texts = names.map(async (name) => [name, await readFile(join(from, name), "utf8")] as const);
    return this.project(path.replace("/", "-"), Object.fromEntries(await Promise.all(texts)), packed);
  }

  async remove(): Promise<void> {
    await rm(this.root, { recursive: true, force: true });
  }
}

/** Puts the package into a project, in place of the one that is there; `change` edits its files. */
export async function install(
  folder: string,
  { folder: unpacked }: Packed,
  change: (installed: string) => Promise<void> = async () => {},
): Promise<void> {
  const installed = join(folder, "node_modules", name);
  await rm(installed, { recursive: true, force: true });
  await cp(unpacked, installed, { recursive: true });
  await linkExecutables(installed);
  await change(installed);
}

/** The executables of a package, where npm links them. */
async function linkExecutables(installed: string): Promise<void> {
  const { bin } = JSON.parse(await readFile(join(installed, "package.json"), "utf8"));
  const folder = join(dirname(installed), ".bin");
  await mkdir(folder, { recursive: true });
  for (const [command, file] of Object.entries<string>(bin)) {
    await chmod(join(installed, file), 0o755);
    await rm(join(folder, command), { force: true });
    await symlink(join(installed, file), join(folder, command));
  }
}

/** Links the packages of this repository into a project. */
export async function linkModules(to: string): Promise<void> {
  const from = join(repository, "node_modules");
  for (const entry of (await readdir(from)).filter((each) => !each.startsWith("."))) {
    const scoped = entry.startsWith("@");
    for (const module of scoped ? await readdir(join(from, entry)) : [""]) {
      const target = join(to, entry, module);
      await mkdir(dirname(target), { recursive: true });
      await symlink(join(from, entry, module), target);
    }
  }
}
