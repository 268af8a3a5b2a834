import { existsSync, readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { BackupError } from "../../core/ground/errors";

/** The fields of a cloud in `clouds.yaml` that a login needs. */
export interface Cloud {
  auth?: Record<string, string>;
  region_name?: string;
  interface?: string;
  endpoint_type?: string;
  cacert?: string;
  verify?: boolean;
}

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
  const cloud = clouds[name];
  if (!cloud) {
    throw new BackupError(`cloud "${name}" is not in ${file}; there: ${Object.keys(clouds).join(", ") || "none"}`);
  }
  const secureFile = firstFile("secure.yaml", env.OS_CLIENT_SECURE_FILE);
  const secure = secureFile ? (read(secureFile)[name] ?? {}) : {};
  return { ...cloud, ...secure, auth: { ...cloud.auth, ...secure.auth } };
}

function firstFile(name: string, named: string | undefined): string | undefined {
  return [named, ...FOLDERS.map((folder) => join(folder, name))].find((file) => file && existsSync(file));
}

/** The largest file, enough for some thousand clouds. The time to parse a file grows faster than its size. */
const MOST_BYTES = 256 * 1024;

function read(file: string): Record<string, Cloud> {
  const { size } = statSync(file);
  if (size > MOST_BYTES) {
    throw new BackupError(
      `${file} has ${Math.ceil(size / 1024)} KiB, and at most ${MOST_BYTES / 1024} KiB are read: let OS_CLIENT_CONFIG_FILE or ` +
        "OS_CLIENT_SECURE_FILE name a file with the clouds that are needed",
    );
  }
  try {
    return parse(readFileSync(file, "utf8"))?.clouds ?? {};
  } catch (error) {
    // The YAML library's message quotes the line, which may have a password.
    throw new BackupError(
      `${file} is not valid YAML (line ${(error as { linePos?: { line: number }[] }).linePos?.[0]?.line ?? "?"})`,
    );
  }
}
