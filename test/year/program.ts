import type { Props } from "../faults/provider-process";
import type { Declared } from "../with/journeys/stack";

type Written = Omit<Declared, "args"> & { args: Props };

/** The program of a year: what somebody edits, week after week. */
export class Program {
  private readonly all = new Map<string, Written>();

  /** Declares resources, behind those that are there. */
  add(...resources: Written[]): void {
    for (const each of resources) this.all.set(each.name, each);
  }

  set(name: string, more: Props): void {
    const each = this.all.get(name)!;
    this.all.set(name, { ...each, args: { ...each.args, ...more } });
  }

  /** Adds lines to `allow`. */
  allow(name: string, lines: Record<string, string>): void {
    this.set(name, { allow: { ...(this.all.get(name)!.args.allow as object), ...lines } });
  }

  rename(name: string, to: string, alias?: string): void {
    const { alias: _former, ...each } = this.all.get(name)!;
    this.all.delete(name);
    this.all.set(to, { ...each, name: to, ...(alias !== undefined && { alias }) });
  }

  remove(...names: string[]): void {
    for (const name of names) this.all.delete(name);
  }

  /** The names of the recovery points that each release takes. */
  get released(): string[] {
    return [...this.all.values()].filter(({ kind }) => kind.endsWith(":Backup")).map(({ name }) => name);
  }

  /** As a release declares it: an incremental recovery point is built on the full one of the same week. */
  at(week: number): Declared[] {
    return [...this.all.values()].map((each): Declared => {
      if (!each.kind.endsWith(":Backup")) return each;
      const { on, ...args } = each.args;
      if (on === undefined) return { ...each, args: { ...args, triggers: [week] } };
      return { ...each, args: (state) => ({ ...args, parentId: state.get(`${on}`)?.id }) };
    });
  }
}
