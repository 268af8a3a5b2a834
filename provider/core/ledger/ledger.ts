import { isDeepStrictEqual } from "node:util";
import type { Common, Definition, Outputs } from "../kind/definition";
import type { Page, Thing } from "../kind/page";
import type { Run } from "../run/run";
import { logicalNameOf, subjectOf } from "./owned";
import { SharedLines } from "./shared-lines";

const ELSEWHERE = "a resource of another provider";

/** The ledger of one run of the engine: a page for each resource, and what other provider processes of the run wrote. */
export class Ledger {
  private readonly pages = new Map<string, Page>();
  /** The pages by what was told of them: with a thousand resources a search of all pages would take most of a preview. */
  private readonly told = new Map<string, Set<Page>>();
  private readonly others: SharedLines;

  constructor(run: Run) {
    this.others = new SharedLines(run.engine.address);
  }

  /** Returns the page of a resource. `formerOwner` is its identity in the state, which differs after a move or a rename. */
  page(kind: string, owner: string, formerOwner?: unknown): Page {
    const page = this.pages.get(subjectOf(kind, owner)) ?? { kind, owner };
    this.pages.set(subjectOf(kind, owner), page);
    if (typeof formerOwner === "string") this.pages.set(subjectOf(kind, formerOwner), page);
    return page;
  }

  /**
   * Returns the page of a deleted resource. After two moves its name may be unknown to this run; then its page is the one that
   * began with its arguments.
   */
  pageOfDeleted(kind: string, owner: string, args: object, argumentsIn: (inputs: Outputs) => object): Page {
    const own = this.page(kind, owner);
    if (own.declared || own.before || own.made) return own;
    const began = ({ before }: Page) => before && isDeepStrictEqual(argumentsIn(before.inputs), args);
    return this.find((page) => page.kind === kind && began(page)) ?? own;
  }

  /** Tells the run, with its other processes, that the program declares the resource, its work, and that it has the thing. */
  tell(page: Page, thing: Thing | undefined): void {
    const { kind, owner, address: where, declared } = page;
    const { same, begins } = declared?.work ?? {};
    this.others.write({ what: `in program ${subjectOf(kind, owner)}` });
    const told = [
      thing !== undefined && `has ${thing}`,
      same !== undefined && `work ${kind} ${same}`,
      begins && `new work ${kind} ${same}`,
    ].filter((what) => typeof what === "string");
    for (const what of told) {
      this.others.write({ what, who: owner, where });
      this.told.set(what, (this.told.get(what) ?? new Set()).add(page));
    }
  }

  /** Returns whether another process of the run wrote that the program declares the resource. */
  isInProgramElsewhere({ kind, owner }: Page): boolean {
    return this.others.has({ what: `in program ${subjectOf(kind, owner)}` });
  }

  /** Returns whether another resource of the run names the thing, made it or keeps it, or is told to adopt it. */
  hasAnother(own: Page, thing: Thing | undefined): boolean {
    if (thing === undefined) return false;
    if (this.others.has({ what: `has ${thing}`, where: own.address }) || this.another(own, thing)) return true;
    return this.find((page) => page !== own && page.offered?.includes(thing)) !== undefined;
  }

  /** Returns words for the other resource that has the thing; nothing where there is none. */
  holder(own: Page, thing: Thing): string | undefined {
    const another = this.another(own, thing);
    if (another) return `resource "${logicalNameOf(another.owner)}"`;
    const elsewhere = this.others.has({ what: `has ${thing}`, who: own.owner, where: own.address });
    return elsewhere ? ELSEWHERE : undefined;
  }

  /** Returns words for another resource that declares the same work, where the service does not do both yet. */
  sameWork({ kind, owner, address: where, declared }: Page): string | undefined {
    const work = declared?.work;
    if (work === undefined) return undefined;
    const what = `${work.begins ? "work" : "new work"} ${kind} ${work.same}`;
    const other = this.find(
      (page) =>
        page.declared?.work?.same === work.same && page.owner !== owner && (page.declared.work.begins || work.begins),
      this.told.get(what) ?? [],
    );
    if (other) return `resource "${logicalNameOf(other.owner)}"`;
    const isElsewhere = this.others.has({ what, who: owner, where });
    return isElsewhere ? ELSEWHERE : undefined;
  }

  /**
   * Returns how many recovery points of a kind this run adds without removing one at the same time. Those whose names are
   * `there` already do not count.
   */
  coming(kind: string, there: ReadonlySet<string | null | undefined>): number {
    const isAdded = ({ before, state, declared }: Page) =>
      !before || (state?.stays === false && declared?.args?.keepLast);
    const isNew = (page: Page) => page.kind === kind && isAdded(page) && page.declared?.thing === undefined;
    const names = new Set([...this.pages.values()].filter(isNew).map(({ declared }) => declared?.args?.name));
    return [...names].filter((name) => typeof name === "string" && !there.has(name)).length;
  }

  /** Returns the sum of `keepLast` over the resources of a kind. */
  listed(kind: string): number {
    const lengths = [...new Set(this.pages.values())].map(
      (page) => (page.kind === kind && (page.declared?.args as Common | undefined)?.keepLast) || 0,
    );
    return lengths.reduce((sum, length) => sum + length, 0);
  }

  /** Returns the ids of a noun that resources name or have; with `certain`, without those of origin `found`. */
  held(noun: string, { beside, certain = false }: { beside?: Page; certain?: boolean } = {}): Set<string> {
    const things = [...this.pages.values()].flatMap((page) =>
      page === beside ? [] : [page.declared?.thing, certain && !page.shown?.isCertain ? undefined : page.shown?.thing],
    );
    const prefix = thing(noun, "");
    return new Set(things.flatMap((each) => (each?.startsWith(prefix) ? [each.slice(prefix.length)] : [])));
  }

  /** Returns the resources of a kind whose id is not known, each with the description by which it is sought. */
  seekers(kind: string, beside?: Page): { page: Page; seeks: unknown }[] {
    const pages = [...new Set(this.pages.values())].filter((page) => page.kind === kind && page !== beside);
    return pages.flatMap((page) => (page.shown?.seeks === undefined ? [] : [{ page, seeks: page.shown.seeks }]));
  }

  private find(isSought: (page: Page) => unknown, among: Iterable<Page> = this.pages.values()): Page | undefined {
    for (const page of among) if (isSought(page)) return page;
    return undefined;
  }

  private another(own: Page, thing: Thing): Page | undefined {
    return this.find(
      (page) =>
        page !== own &&
        (page.declared?.thing === thing ||
          page.made?.thing === thing ||
          (page.state?.stays && page.state.thing === thing)),
      this.told.get(`has ${thing}`) ?? [],
    );
  }
}

export function ledgerOf({ run }: { run: Run }): Ledger {
  return run.of("ledger", () => new Ledger(run));
}

/** Returns the thing of a stored resource; nothing where its id is not known. */
export function thingOf<A extends Common>({ thing: having }: Definition<A>, stored: A & Outputs): Thing | undefined {
  const id = having.id(stored);
  return id === undefined ? undefined : thing(having.noun(stored), id);
}

/** Returns the thing that the arguments name; nothing where they name none. */
export function namedBy<A extends Common>({ thing: having }: Definition<A>, args: A): Thing | undefined {
  const id = (args as Outputs)[having.argument];
  return id === undefined ? undefined : thing(having.noun(args), `${id}`);
}

export function thing(noun: string, id: string): Thing {
  return `${noun} ${id}`.toLowerCase();
}
