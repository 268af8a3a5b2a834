import type { LoginParts } from "../../../core/http/rejected-login";
import type { Context } from "../../../core/kind/context";
import type { CloudKeys } from "../../openstack/cloud-keys";
import { loginsOf, type OtcKey, otcKeys } from "./configuration";
import type { Key } from "./sign";

/** The configured account `opentelekomcloud:…`, and what follows from its keys. */
export class Configured {
  private readonly keys: CloudKeys<OtcKey>;

  constructor(context: Context) {
    this.keys = otcKeys(context.settings).withCloud();
    for (const secret of [this.get("password"), this.get("token"), this.key?.secretKey, this.key?.securityToken]) {
      context.redactor.add(secret);
    }
  }

  get(key: OtcKey): string | undefined {
    return this.keys.get(key);
  }

  named(key: OtcKey): string {
    return this.keys.named(key);
  }

  get key(): Key | undefined {
    if (this.login !== "accessKey") return undefined;
    const [accessKey, secretKey] = [this.get("accessKey")!, this.get("secretKey")!];
    return { accessKey, secretKey, securityToken: this.get("securityToken") };
  }

  /** The token, where the login is a token. */
  get token(): string | undefined {
    return this.login === "token" ? this.get("token") : undefined;
  }

  get projectId(): string | undefined {
    if (this.keys.isWritten("tenantName") && !this.keys.isWritten("tenantId")) return undefined;
    return this.get("tenantId");
  }

  /** The region in the project's name: `eu-de` or `eu-de_name`. */
  get projectName(): string | undefined {
    return this.get("tenantName") ?? this.get("region");
  }

  get region(): string | undefined {
    return this.get("region") ?? this.projectName?.split("_")[0];
  }

  /** The address of IAM; an empty text where it is missing. */
  get authUrl(): string {
    return this.get("authUrl") ?? (this.region ? `https://iam.${this.region}.otc.t-systems.com/v3` : "");
  }

  /** The keys that configure the address of IAM. */
  get addressFrom(): string {
    return (
      this.keys.whence("authUrl") || `${this.keys.named("authUrl")}, else ${this.keys.whence("region", "tenantName")}`
    );
  }

  /** The missing keys of the login. */
  get missing(): string[] {
    const needed: readonly (readonly [OtcKey, boolean, or?: string])[] = [
      [
        "authUrl",
        this.authUrl !== "" || (this.login === "accessKey" && this.projectId !== undefined),
        this.keys.named("region"),
      ],
      ...this.neededByLogin,
    ];
    return needed.flatMap(([key, isThere, or]) => (isThere ? [] : [this.keys.missing(key, or)]));
  }

  /** Returns the error for a key that a request turned out to need. */
  lacks(key: OtcKey): string {
    return this.keys.missing(key);
  }

  /** The keys of the login. */
  get made(): LoginParts<OtcKey | "cloud"> {
    const { keys } = this;
    if (this.login === "accessKey") {
      const parts = ["accessKey", "secretKey", "securityToken"] as const;
      return { what: "access key", keys, parts, secret: ["secretKey", "secret key"] };
    }
    if (this.login === "token") return { what: "token", keys, parts: ["token"], secret: ["token", "token"] };
    const project = this.projectId ? "tenantId" : this.get("tenantName") ? "tenantName" : "region";
    const parts = ["userName", "password", "domainName", project] as const;
    return { what: "login", keys, parts, secret: ["password", "password"] };
  }

  private get neededByLogin(): readonly (readonly [OtcKey, boolean, or?: string])[] {
    if (this.login === "token") return [];
    const hasProject = (this.projectId ?? this.projectName) !== undefined;
    const project = [
      "tenantName",
      hasProject,
      `${this.keys.named("tenantId")} or ${this.keys.named("region")}`,
    ] as const;
    if (this.login === "accessKey") return [project];
    const half = (["accessKey", "secretKey"] as const).filter((key) => this.get(key) !== undefined);
    if (this.login === undefined && half.length === 1) {
      return [[half[0] === "accessKey" ? "secretKey" : "accessKey", false], project];
    }
    const user = (["userName", "password", "domainName"] as const).map(
      (key) => [key, this.get(key) !== undefined] as const,
    );
    return [...user, project];
  }

  private get login(): "accessKey" | "password" | "token" | undefined {
    return this.keys.used(...loginsOf(this.keys));
  }
}
