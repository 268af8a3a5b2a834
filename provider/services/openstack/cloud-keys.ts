import type { Namespace } from "../../core/configuration/account";
import { Keys } from "../../core/configuration/keys";
import type { Settings } from "../../core/configuration/settings";
import { type Cloud, cloudNamed } from "./clouds-yaml";

/** The keys of one cloud: from the configuration and the environment, then from the cloud that the key `cloud` names. */
export class CloudKeys<Key extends string> extends Keys<Key | "cloud"> {
  constructor(
    settings: Settings,
    namespace: string,
    keys: Namespace<Key | "cloud">,
    /** Left out where files must not be read. */
    readonly cloud: Cloud = {},
  ) {
    super(settings, namespace, keys);
  }

  /** Returns the keys with the values of the named cloud. Throws where that is not found. */
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

  /** Returns whether a key is configured for this stack or provider; the environment alone does not count. */
  isWritten(key: Key): boolean {
    return this.settings.isWritten(this.full(key));
  }

  /** Returns the way to log in. The configuration counts before the environment. */
  used<Way extends Key>(...ways: Way[]): Way | undefined {
    const given = ways.filter((way) => this.get(way) !== undefined);
    return given.find((way) => this.isWritten(way)) ?? given[0];
  }

  /** Returns a warning for each login that is configured and not used. */
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
