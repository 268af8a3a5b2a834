import { BackupError } from "../../../core/ground/errors";
import type { Context } from "../../../core/kind/context";
import type { CloudKeys } from "../../openstack/cloud-keys";
import { loginsOf, type OtcKey, otcKeys } from "./keys";
import type { Key } from "./sign";

/** One of `opentelekomcloud:…`, and what follows from several of them. */
export class Configured {
  private readonly keys: CloudKeys<OtcKey>;

  constructor(private readonly context: Context) {
    this.keys = otcKeys(context.settings).withCloud();
    for (const secret of [this.get("password"), this.get("token"), this.key?.secretKey, this.key?.securityToken]) {
      context.redactor.add(secret);
    }
  }

  get(key: OtcKey): string | undefined {
    return this.keys.get(key);
  }

  get key(): Key | undefined {
    if (this.login !== "accessKey") return undefined;
    const [accessKey, secretKey] = [this.get("accessKey")!, this.get("secretKey")!];
    return { accessKey, secretKey, securityToken: this.get("securityToken") };
  }

  /** The token, where it is the login. */
  get token(): string | undefined {
    return this.login === "token" ? this.get("token") : undefined;
  }

  get projectId(): string | undefined {
    if (this.keys.isWritten("tenantName") && !this.keys.isWritten("tenantId")) return undefined;
    return this.get("tenantId");
  }

  /** A project is named after its region, as `eu-de` or `eu-de_name`. */
  get projectName(): string | undefined {
    return this.get("tenantName") ?? this.get("region");
  }

  get region(): string | undefined {
    return this.get("region") ?? this.projectName?.split("_")[0];
  }

  get authUrl(): string {
    const region = this.region && `https://iam.${this.region}.otc.t-systems.com/v3`;
    return this.get("authUrl") ?? region ?? this.refuse("authUrl");
  }

  /** What configures the address of IAM. */
  get addressFrom(): string {
    return this.keys.whence("authUrl") || `opentelekomcloud:authUrl, else ${this.keys.whence("region", "tenantName")}`;
  }

  /** What the login is made of, and where each is. */
  get whence(): string {
    if (this.login === "accessKey") return this.keys.whence("accessKey", "secretKey", "securityToken");
    if (this.login === "token") return this.keys.whence("token");
    const project = this.projectId ? "tenantId" : this.get("tenantName") ? "tenantName" : "region";
    return this.keys.whence("userName", "password", "domainName", project);
  }

  refuse(key: OtcKey): never {
    const [name, ...variables] = this.keys.written(key);
    throw new BackupError(`${name} is missing; ${this.context.settings.whereToSet(name, ...variables)}`);
  }

  private get login(): "accessKey" | "password" | "token" | undefined {
    return this.keys.taken(...loginsOf(this.keys));
  }
}
