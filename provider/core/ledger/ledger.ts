import { isDeepStrictEqual } from "node:util";
import type { Common, Definition, Outputs } from "../kind/definition";
import type { Page, Thing } from "../kind/page";
import type { Run } from "../run/run";
import { logicalNameOf, subjectOf } from "./owned";
import { SharedLines } from "./shared-lines";

const ELSEWHERE = "a resource of another provider";

/** Who has what: a page for each resource that this run of the engine showed, and what its other processes were shown. */
export class Ledger {
  private readonly pages = new Map<string, Page>();
  private readonly others: SharedLines;

  constructor(run: Run) {
    this.others = new SharedLines(run.engine.address);
  }

  /** The page of a resource; `formerOwner` where the state knows the same resource by another name. */
  page(kind: string, owner: string, formerOwner?: unknown): Page {
    const page = this.pages.get(subjectOf(kind, owner)) ?? { kind, owner };
    this.pages.set(subjectOf(kind, owner), page);
    if (typeof formerOwner === "string") this.pages.set(subjectOf(kind, formerOwner), page);
    return page;
  }

  /** The page of what is deleted. The state may hold a name of two runs ago: then the page that began with its arguments. */
  pageOfDeleted(kind: string, owner: string, args: object, argumentsIn: (inputs: Outputs) => object): Page {
    const own = this.page(kind, owner);
    if (own.declared || own.before || own.made) return own;
    const began = ({ before }: Page) => before && isDeepStrictEqual(argumentsIn(before.inputs), args);
    return [...this.pages.values()].find((page) => page.kind === kind && began(page)) ?? own;
  }

  /** Tells the other processes of this run that the program has the resource, and what is its own. */
  tell({ kind, owner, address }: Page, thing: Thing | undefined): void {
    this.others.write({ what: `in program ${subjectOf(kind, owner)}` });
    if (thing !== undefined) this.others.write({ what: `has ${thing}`, who: owner, where: address });
  }

  /** Whether another process of this run was shown the resource in the program. */
  isInProgramElsewhere({ kind, owner }: Page): boolean {
    return this.others.has({ what: `in program ${subjectOf(kind, owner)}` });
  }

  /** Whether another resource of the run names the thing, made it, or goes on to have it; or another process says so. */
  hasAnother(own: Page, thing: Thing | undefined): boolean {
    if (thing === undefined) return false;
    return this.others.has({ what: `has ${thing}`, where: own.address }) || this.another(own, thing) !== undefined;
  }

  /** Who has the thing beside the resource, for a person; nothing where nobody has it. */
  holder(own: Page, thing: Thing): string | undefined {
    const another = this.another(own, thing);
    if (another) return `resource "${logicalNameOf(another.owner)}"`;
    const elsewhere = this.others.has({ what: `has ${thing}`, who: own.owner, where: own.address });
    return elsewhere ? ELSEWHERE : undefined;
  }

  /**
   * Who declares the same work as this resource, for a person, where that of one of the two is still to begin. Tells the other
   * processes of this run of this one's.
   */
  sameWork({ kind, owner, address: where, declared }: Page): string | undefined {
    const work = declared?.work;
    if (work === undefined) return undefined;
    const what = `work ${kind} ${work.same}`;
    this.others.write({ what, who: owner, where });
    if (work.begins) this.others.write({ what: `new ${what}`, who: owner, where });
    const other = [...this.pages.values()].find(
      (page) =>
        page.owner !== owner &&
        page.kind === kind &&
        page.declared?.work?.same === work.same &&
        (page.declared.work.begins || work.begins),
    );
    if (other) return `resource "${logicalNameOf(other.owner)}"`;
    const isElsewhere = this.others.has({ what: work.begins ? what : `new ${what}`, who: owner, where });
    return isElsewhere ? ELSEWHERE : undefined;
  }

  /** The names of what the program makes of a kind, and takes nothing away for at once, as far as this run was shown it. */
  comingNames(kind: string): string[] {
    const isAdded = ({ before, state, declared }: Page) => !before || (state?.stays === false && declared?.keepLast);
    const isNew = (page: Page) => page.kind === kind && isAdded(page) && page.declared?.thing === undefined;
    const names = [...this.pages.values()].filter(isNew).map(({ declared }) => declared?.name);
    return [...new Set(names)].filter((name) => name !== undefined);
  }

  /** How many recovery points the lists of a kind grow to, as far as this run was shown the program; 0 without a list. */
  listed(kind: string): number {
    const lengths = [...new Set(this.pages.values())].map(
      (page) => (page.kind === kind && page.declared?.keepLast) || 0,
    );
    return lengths.reduce((sum, length) => sum + length, 0);
  }

  /** The ids of a noun that resources name or have; with `certain`, without those that only a match told. */
  held(noun: string, { beside, certain = false }: { beside?: Page; certain?: boolean } = {}): Set<string> {
    const things = [...this.pages.values()].flatMap((page) =>
      page === beside ? [] : [page.declared?.thing, certain && !page.shown?.isCertain ? undefined : page.shown?.thing],
    );
    const prefix = thing(noun, "");
    return new Set(things.flatMap((each) => (each?.startsWith(prefix) ? [each.slice(prefix.length)] : [])));
  }

  /** Returns the resources of a kind whose thing is not known, each with the description that it seeks by. */
  seekers(kind: string, beside?: Page): { page: Page; seeks: unknown }[] {
    const pages = [...new Set(this.pages.values())].filter((page) => page.kind === kind && page !== beside);
    return pages.flatMap((page) => (page.shown?.seeks === undefined ? [] : [{ page, seeks: page.shown.seeks }]));
  }

  private another(own: Page, thing: Thing): Page | undefined {
    return [...this.pages.values()].find(
      (page) =>
        page !== own &&
        (page.declared?.thing === thing ||
          page.made?.thing === thing ||
          (page.state?.stays && page.state.thing === thing)),
    );
  }
}

export function ledgerOf({ run }: { run: Run }): Ledger {
  return run.of("ledger", () => new Ledger(run));
}

/** The thing that a stored resource has; nothing where its id is not known. */
export function thingOf<A extends Common>({ thing: having }: Definition<A>, stored: A & Outputs): Thing | undefined {
  const id = having.id(stored);
  return id === undefined ? undefined : thing(having.noun(stored), id);
}

/** The thing that the arguments name as the resource's own; nothing where they name none. */
export function namedBy<A extends Common>({ thing: having }: Definition<A>, args: A): Thing | undefined {
  const id = (args as Outputs)[having.argument];
  return id === undefined ? undefined : thing(having.noun(args), `${id}`);
}

export function thing(noun: string, id: string): Thing {
  return `${noun} ${id}`.toLowerCase();
}
