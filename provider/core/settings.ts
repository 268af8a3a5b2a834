import type { dynamic } from "@pulumi/pulumi";
import { z } from "zod";
import { BackupError } from "./errors";

/** Reads keys in this order: a named environment variable, the stack's configuration, the environment. */
export class Settings {
  /** The name of the explicit provider that these settings belong to; it never falls through to the environment. */
  readonly provider: string | undefined;
  private readonly fromEnv: Record<string, string>;

  constructor(
    private readonly config: Pick<dynamic.Config, "get"> = { get: () => undefined },
    private readonly env: NodeJS.ProcessEnv = process.env,
  ) {
    this.provider = this.text("backup-plans:provider");
    this.fromEnv = parseObject(this.text("backup-plans:secretsFromEnv"));
  }

  /** The value of `key`; `variables` are the environment variables that also hold it, in their order. */
  get(key: string, ...variables: string[]): string | undefined {
    const named = this.provider ? this.text(`${key}Env`) : this.fromEnv[key];
    const fallback = this.provider ? [] : variables;
    return (
      (named && this.env[named]) ||
      this.text(key) ||
      fallback.map((variable) => this.env[variable]).find((value) => value)
    );
  }

  /** What is configured, as far as the host shows it: its type promises `get` alone. */
  get keys(): string[] {
    const { rawConfig } = this.config as { rawConfig?: object };
    const written = typeof rawConfig === "object" && rawConfig !== null ? Object.keys(rawConfig) : [];
    return [...written, ...Object.keys(this.fromEnv)];
  }

  /** Where a value of the configuration stands in for an environment variable that is not set. */
  get stale(): string[] {
    return Object.entries(this.fromEnv).flatMap(([key, variable]) =>
      this.env[variable] || this.text(key) === undefined
        ? []
        : [
            `${variable}, which backup-plans:secretsFromEnv names for ${key}, is not set: the value in the configuration is taken`,
          ],
    );
  }

  /** The project's name, likewise. */
  get project(): string | undefined {
    return (this.config as { projectName?: string }).projectName;
  }

  /** Whether it is configured for this stack or provider, not just found in the environment. */
  isWritten(key: string): boolean {
    return this.text(key) !== undefined || (!this.provider && this.fromEnv[key] !== undefined);
  }

  /** Where a missing `key` can be written, for an error. */
  whereToSet(key: string, ...variables: string[]): string {
    const [service, name] = key.split(":") as [string, string];
    const twin = this.provider && this.text(`${key}Env`);
    if (twin)
      return `${name}Env of the explicit provider "${this.provider}" names the environment variable ${twin}, which is not set`;
    if (this.provider) {
      return `write ${service}: { ${name}: … } (or ${name}Env) in the explicit provider "${this.provider}"`;
    }
    const named = this.fromEnv[key];
    if (named) return `backup-plans:secretsFromEnv names the environment variable ${named}, which is not set`;
    const secret = /token|password|secret|key/i.test(name) ? " --secret" : "";
    const environment = variables.length > 0 ? ` or set the environment variable ${variables.join(" or ")}` : "";
    return `run: pulumi config set${secret} ${key}${environment}`;
  }

  /** A number of our own, in the namespace `backup-plans`. */
  number(name: string, otherwise: number): number {
    const value = this.text(`backup-plans:${name}`);
    if (value === undefined) return otherwise;
    const number = Number(value);
    if (!Number.isFinite(number) || number < 0) {
      throw new BackupError(`backup-plans:${name} must be a number, 0 or more; given "${value}"`);
    }
    return number;
  }

  flag(name: string): boolean {
    const value = this.text(`backup-plans:${name}`) ?? "false";
    if (value !== "true" && value !== "false") {
      throw new BackupError(`backup-plans:${name} must be true or false; given "${value}"`);
    }
    return value === "true";
  }

  /** A whole number of our own, 1 or more. */
  count(name: string, otherwise: number): number {
    const number = this.number(name, otherwise);
    if (Number.isInteger(number) && number >= 1) return number;
    throw new BackupError(`backup-plans:${name} must be a whole number, 1 or more; given "${number}"`);
  }

  /** Stack configuration arrives as text, an explicit provider's inputs as they are. */
  private text(key: string): string | undefined {
    const value = this.config.get(key);
    return value === undefined || value === null
      ? undefined
      : typeof value === "object"
        ? JSON.stringify(value)
        : `${value}`;
  }
}

function parseObject(json: string | undefined): Record<string, string> {
  if (!json) return {};
  const parsed = variables.safeParse(parsedJson(json));
  if (parsed.success) return parsed.data;
  throw new BackupError(`backup-plans:secretsFromEnv must be an object, {"service:key": "ENVIRONMENT_VARIABLE"}`);
}

const variables = z.record(z.string(), z.string());

function parsedJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
