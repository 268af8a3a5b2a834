import type { Namespace } from "../../core/configuration/account";
import { Keys } from "../../core/configuration/keys";
import type { Settings } from "../../core/configuration/settings";
import { type Cloud, cloudNamed } from "./clouds-yaml";

/** The keys of one cloud's account: in configuration and environment, then in the cloud that the key `cloud` names. */
export class CloudKeys<Key extends string> extends Keys<Key | "cloud"> {
  constructor(
    settings: Settings,
    namespace: string,
    keys: Namespace<Key | "cloud">,
    /** Nothing where files are not to be read. */
    readonly cloud: Cloud = {},
  ) {
    super(settings, namespace, keys);
  }

  /** With what the named cloud has; an error where it is not found. */
  withCloud(): CloudKeys<Key> {
    const name = this.get("cloud");
    return new CloudKeys(this.settings, this.namespace, this.keys, name ? cloudNamed(name) : {});
  }

  override get(key: Key | "cloud"): string | undefined {
    return super.get(key) ?? this.valueInCloud(key);
  }

  override place(key: Key | "cloud"): string | undefined {
    const inCloud = () => this.valueInCloud(key) && `of cloud "${this.get("cloud")}" (clouds.yaml, secure.yaml)`;
    return super.place(key) ?? inCloud();
  }

  protected override nameInPlace(key: Key | "cloud"): string {
    return super.place(key) === undefined ? (this.keys[key].inCloud ?? key) : this.named(key);
  }

  /** Whether it is configured for this stack or provider, not just found in the environment. */
  isWritten(key: Key): boolean {
    return this.settings.isWritten(this.full(key));
  }

  /** The way to log in that is used: what the configuration names is not overruled by the environment. */
  used<Way extends Key>(...ways: Way[]): Way | undefined {
    const given = ways.filter((way) => this.get(way) !== undefined);
    return given.find((way) => this.isWritten(way)) ?? given[0];
  }

  /** Returns a warning for each login that is given beside the one that is used. */
  unused(...ways: Key[]): string[] {
    const used = this.used(...ways);
    const others = this.whence(...ways.filter((way) => way !== used));
    if (used === undefined || others === "") return [];
    return [`${others}: not used, as ${this.whence(used)} is; remove the one that you do not mean`];
  }

  private valueInCloud(key: Key | "cloud"): string | undefined {
    const name = this.keys[key].inCloud;
    if (name === "region_name") return this.cloud.region_name;
    return name === undefined ? undefined : this.cloud.auth?.[name];
  }
}
