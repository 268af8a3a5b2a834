import { existsSync, readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import * as z from "zod";
import { BackupError } from "../../core/ground/errors";

const text = z.string().optional();

/** The fields of a cloud in `clouds.yaml` that a login needs. Each value is text, as it is written there. */
const form = z.object({
  auth: z.record(z.string(), z.string()).optional(),
  ...{ region_name: text, interface: text, endpoint_type: text, cacert: text, verify: text },
});

export type Cloud = z.output<typeof form>;

/** The files that openstacksdk reads, in its order: https://docs.openstack.org/openstacksdk/latest/user/config/configuration.html */
const FOLDERS = [".", join(homedir(), ".config", "openstack"), "/etc/openstack"];

/** Returns the cloud of that name, with its secrets from `secure.yaml`. */
export function cloudNamed(name: string, env: NodeJS.ProcessEnv = process.env): Cloud {
  const file = firstFile("clouds.yaml", env.OS_CLIENT_CONFIG_FILE);
  if (!file) {
    throw new BackupError(
      `cloud "${name}": no clouds.yaml in ${FOLDERS.join(", ")}; OS_CLIENT_CONFIG_FILE can name one`,
    );
  }
  const clouds = read(file);
  const cloud = cloudIn(clouds, name, file);
  if (!cloud) {
    throw new BackupError(`cloud "${name}" is not in ${file}; there: ${Object.keys(clouds).join(", ") || "none"}`);
  }
  const secureFile = firstFile("secure.yaml", env.OS_CLIENT_SECURE_FILE);
  const secure = secureFile ? (cloudIn(read(secureFile), name, secureFile) ?? {}) : {};
  return { ...cloud, ...secure, auth: { ...cloud.auth, ...secure.auth } };
}

/** Returns the cloud of that name in a file; nothing where it has none. */
function cloudIn(clouds: object, name: string, file: string): Cloud | undefined {
  if (!Object.hasOwn(clouds, name)) return undefined;
  const { data, error } = form.safeParse((clouds as Record<string, unknown>)[name]);
  if (data) return data;
  const [issue] = error.issues;
  const wanted = (issue as { expected?: string }).expected === "string" ? "text" : "a list of keys with their values";
  throw new BackupError(`cloud "${name}" in ${file}: ${issue?.path.join(".") || "it"} must be ${wanted}`);
}

function firstFile(name: string, named: string | undefined): string | undefined {
  return [named, ...FOLDERS.map((folder) => join(folder, name))].find((file) => file && existsSync(file));
}

/** The largest file, enough for some thousand clouds. The time to parse a file grows faster than its size. */
const MOST_BYTES = 256 * 1024;

function read(file: string): object {
  const { size } = statSync(file);
  if (size > MOST_BYTES) {
    throw new BackupError(
      `${file} has ${Math.ceil(size / 1024)} KiB, and at most ${MOST_BYTES / 1024} KiB are read: let OS_CLIENT_CONFIG_FILE or ` +
        "OS_CLIENT_SECURE_FILE name a file with the clouds that are needed",
    );
  }
  const yaml = contentOf(file);
  try {
    const { clouds } = parse(yaml, withoutEmpty, AS_TEXT) ?? {};
    return typeof clouds === "object" && !Array.isArray(clouds) ? clouds : {};
  } catch (error) {
    // The YAML library's message quotes the line, which may have a password.
    throw new BackupError(
      `${file} is not valid YAML (line ${(error as { linePos?: { line: number }[] }).linePos?.[0]?.line ?? "?"})`,
    );
  }
}

/** A password of digits is text, too. The library's warnings quote lines, so they are left out. */
const AS_TEXT = { schema: "failsafe", merge: true, logLevel: "error" } as const;

function withoutEmpty(_key: unknown, value: unknown): unknown {
  return value === "" ? undefined : value;
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new BackupError(`${file} cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}
