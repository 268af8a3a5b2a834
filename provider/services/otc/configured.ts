import { type Cloud, cloudNamed } from "../../core/clouds-yaml";
import type { Context } from "../../core/context";
import { BackupError } from "../../core/errors";
import type { Key } from "./sign";

/** Reads one of `opentelekomcloud:…`: configuration, environment, then the named cloud. */
export class Configured {
  private readonly cloud: Cloud;

  constructor(private readonly context: Context) {
    const name = context.settings.get("opentelekomcloud:cloud", "OS_CLOUD");
    this.cloud = name ? cloudNamed(name) : {};
    for (const secret of [this.password, this.token, this.key?.secretKey, this.key?.securityToken]) {
      context.redactor.add(secret);
    }
  }

  get(key: string, ...variables: string[]): string | undefined {
    return this.context.settings.get(`opentelekomcloud:${key}`, ...variables) ?? this.inCloud(key);
  }

  get password(): string | undefined {
    return this.get("password", "OS_PASSWORD");
  }

  get token(): string | undefined {
    return this.get("token", "OS_TOKEN", "OS_AUTH_TOKEN");
  }

  get key(): Key | undefined {
    // A login that the configuration names is not overruled by a key of the environment, which may be of another cloud.
    const login = this.isWritten("password") || this.isWritten("token");
    if (login && !this.isWritten("accessKey")) return undefined;
    const accessKey = this.get("accessKey", "OS_ACCESS_KEY");
    const secretKey = this.get("secretKey", "OS_SECRET_KEY");
    if (!accessKey || !secretKey) return undefined;
    return { accessKey, secretKey, securityToken: this.get("securityToken", "OS_SECURITY_TOKEN") };
  }

  get projectId(): string | undefined {
    if (this.isWritten("tenantName") && !this.isWritten("tenantId")) return undefined;
    return this.get("tenantId", "OS_PROJECT_ID", "OS_TENANT_ID");
  }

  /** A project is named after its region, as `eu-de` or `eu-de_name`. */
  get projectName(): string | undefined {
    return (
      this.get("tenantName", "OS_PROJECT_NAME", "OS_TENANT_NAME") ?? this.get("region", "OS_REGION_NAME", "OS_REGION")
    );
  }

  get region(): string | undefined {
    return this.get("region", "OS_REGION_NAME", "OS_REGION") ?? this.projectName?.split("_")[0];
  }

  get authUrl(): string {
    const region = this.region && `https://iam.${this.region}.otc.t-systems.com/v3`;
    return this.get("authUrl", "OS_AUTH_URL") ?? region ?? this.refuse("authUrl", "OS_AUTH_URL");
  }

  refuse(key: string, variable: string): never {
    const where = this.context.settings.whereToSet(`opentelekomcloud:${key}`, variable);
    throw new BackupError(`opentelekomcloud:${key} is missing; ${where}`);
  }

  private isWritten(key: string): boolean {
    return this.context.settings.isWritten(`opentelekomcloud:${key}`);
  }

  private inCloud(key: string): string | undefined {
    if (key === "region") return this.cloud.region_name;
    return this.cloud.auth?.[IN_CLOUD[key] ?? key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)];
  }
}

const IN_CLOUD: Record<string, string> = {
  userName: "username",
  domainName: "user_domain_name",
  tenantName: "project_name",
  tenantId: "project_id",
};
