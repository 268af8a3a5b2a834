import type { Form, FormOfKey } from "../../core/configuration/forms";
import type { Settings } from "../../core/configuration/settings";
import { type Cloud, cloudNamed } from "./clouds-yaml";

/** The environment variables that also hold a key, in their order, and what `clouds.yaml` calls it, under `auth` but for the region. */
export type Places = readonly [variables: readonly string[], inCloud?: string];

/** The keys of one cloud's account: in configuration and environment, then in the cloud that the key `cloud` names. */
export class CloudKeys<Key extends string> {
  constructor(
    readonly settings: Settings,
    private readonly namespace: string,
    private readonly places: Record<Key | "cloud", Places>,
    /** Nothing where files are not to be read. */
    readonly cloud: Cloud = {},
  ) {}

  /** With what the named cloud has; an error where it is not found. */
  withCloud(): CloudKeys<Key> {
    const name = this.get("cloud");
    return new CloudKeys(this.settings, this.namespace, this.places, name ? cloudNamed(name) : {});
  }

  get(key: Key | "cloud"): string | undefined {
    const [variables, inCloud] = this.places[key];
    return this.settings.get(this.named(key), ...variables) ?? this.inCloud(inCloud);
  }

  /** Whether it is configured for this stack or provider, not just found in the environment. */
  isWritten(key: Key): boolean {
    return this.settings.isWritten(this.named(key));
  }

  /** Of several ways to log in, the one that is taken: what the configuration names is not overruled by the environment. */
  taken<Way extends Key>(...ways: Way[]): Way | undefined {
    const given = ways.filter((way) => this.get(way) !== undefined);
    return given.find((way) => this.isWritten(way)) ?? given[0];
  }

  /** What is given beside that, and not used. */
  notTaken(...ways: Key[]): string[] {
    const taken = this.taken(...ways);
    const others = this.whence(...ways.filter((way) => way !== taken));
    if (taken === undefined || others === "") return [];
    return [`${others}: not used, as ${this.whence(taken)} is; remove what is not meant`];
  }

  /** The form of a key's value, wherever that is. */
  form(key: Key, form: Form): FormOfKey {
    const [name, ...variables] = this.written(key);
    return [name, form, ...variables];
  }

  /** The key, and the environment variables that also hold it. */
  written(key: Key | "cloud"): [key: string, ...variables: string[]] {
    return [this.named(key), ...this.places[key][0]];
  }

  /** Those of `keys` that have a value, each with where that is, by names alone. */
  whence(...keys: Key[]): string {
    const byPlace = new Map<string, string[]>();
    for (const { name, place } of keys.flatMap((key) => this.placed(key) ?? [])) {
      byPlace.set(place, [...(byPlace.get(place) ?? []), name]);
    }
    return [...byPlace].map(([place, names]) => `${names.join(", ")} ${place}`).join("; ");
  }

  private placed(key: Key): { name: string; place: string } | undefined {
    const place = this.settings.place(...this.written(key));
    if (place !== undefined) return { name: this.named(key), place };
    const [, name] = this.places[key];
    if (name === undefined || this.inCloud(name) === undefined) return undefined;
    return { name, place: `of cloud "${this.get("cloud")}" (clouds.yaml, secure.yaml)` };
  }

  private inCloud(name: string | undefined): string | undefined {
    if (name === "region_name") return this.cloud.region_name;
    return name === undefined ? undefined : this.cloud.auth?.[name];
  }

  private named(key: string): string {
    return `${this.namespace}:${key}`;
  }
}
