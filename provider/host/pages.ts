import { argumentsAmong } from "../core/arguments/inputs";
import { guarded, whenDecided } from "../core/ground/unknowns";
import type { Context } from "../core/kind/context";
import type { Common, Definition, Outputs } from "../core/kind/definition";
import type { Page } from "../core/kind/page";
import { type Ledger, ledgerOf, namedBy, thingOf } from "../core/ledger/ledger";
import { originOf } from "../core/ledger/origin";
import type { Consents } from "../plan/losses";

/** Writes the pages of the ledger, and is the only place that does: a method for each call of the engine but `delete`. */
export class Pages<A extends Common> {
  private readonly ledger: Ledger;

  constructor(
    private readonly definition: Definition<A>,
    private readonly context: Context,
  ) {
    this.ledger = ledgerOf(context);
  }

  /** Writes the stored inputs and the program's, which `check` got. */
  checked(olds: Outputs, { allow, onDelete = "keep" }: Common): Page {
    const page = this.pageKnownAs(olds);
    page.declared = { allow, keeps: onDelete === "keep" };
    if (Object.keys(olds).length > 0) page.before = { ...page.before, inputs: olds, name: olds.name };
    this.ledger.tell(page, undefined);
    return page;
  }

  /** Writes the thing that the program's arguments name. Returns words for another resource that has it. */
  claimed(page: Page, olds: Outputs, args: A): string | undefined {
    const { argument } = this.definition.thing;
    // On an existing resource `adopt` claims nothing: the state tells what it has.
    const isClaim = () => argument !== "adopt" || Object.keys(olds).length === 0 || olds.adopt === args.adopt;
    const thing = whenDecided(() => (isClaim() ? namedBy(this.definition, args) : undefined), undefined);
    if (thing === undefined) return undefined;
    page.declared = { ...page.declared!, thing };
    this.ledger.tell(page, thing);
    return this.ledger.holder(page, thing);
  }

  /** Writes the work that the program declares. Returns words for another resource that declares the same. */
  repeated(page: Page, args: A): string | undefined {
    const workOf = (some: A) => JSON.stringify(whenDecided(() => this.definition.work?.of(some), undefined));
    const same = workOf(args);
    if (same === undefined) return undefined;
    const stands = page.before && workOf(argumentsAmong(this.definition, page.before.inputs)) === same;
    const isAdopted = whenDecided(() => args.adopt !== undefined, true);
    page.declared = { ...page.declared!, work: { same, begins: !stands && !isAdopted } };
    this.ledger.tell(page, undefined);
    return this.ledger.sameWork(page);
  }

  /** Writes the state, which `diff` got. Without an id the thing may not exist, so its name counts as free. */
  shown(olds: A & Outputs): Page {
    const page = this.pageKnownAs(olds);
    this.show(olds);
    const id = this.definition.thing.id(olds);
    const name = id === undefined ? undefined : page.before?.name;
    page.before = { inputs: olds, ...page.before, stored: olds, name, id, since: Date.parse(`${olds.startedAt}`) };
    return page;
  }

  /**
   * Writes whether `diff` replaces the resource. If it stays, returns words for another resource that has its thing. Without
   * an id in the state, its thing is the one that the program tells it to adopt.
   */
  compared(page: Page, olds: A & Outputs, news: Outputs, isReplaced: boolean): string | undefined {
    const args = guarded(argumentsAmong(this.definition, news), () => false);
    const adopted = () => whenDecided(() => namedBy(this.definition, args), undefined);
    const thing = thingOf(this.definition, olds) ?? adopted();
    const allow = news.allow as Consents | undefined;
    page.declared = { ...page.declared, allow, keeps: page.declared?.keeps ?? false };
    page.state = { stays: !isReplaced, thing, stored: olds };
    if (isReplaced || thing === undefined) return undefined;
    this.ledger.tell(page, thing);
    return this.ledger.holder(page, thing);
  }

  /** Writes whether `create` or `update` failed: it counts as failed until it has ended well. */
  failed(isFailed: boolean): void {
    this.context.page.failed = isFailed;
  }

  /** Writes that the stored resource does not stay, as `create` begins. */
  creating(): void {
    this.context.page.state = { stays: false };
  }

  /** Writes the thing that `create` made, finished or not. */
  made(id: string, outs: A & Outputs): void {
    const { page } = this.context;
    this.show(outs);
    page.made = { id, thing: thingOf(this.definition, outs), allow: outs.allow, stored: outs };
    this.ledger.tell(page, page.made.thing);
  }

  /** Writes the state after `update`, which may have learned the id of the thing. */
  updated(outs: A & Outputs): void {
    const { page } = this.context;
    this.show(outs);
    page.state = { stays: true, thing: thingOf(this.definition, outs), stored: outs };
    this.ledger.tell(page, page.state.thing);
  }

  /** Writes the state that a call showed. */
  show(stored: A & Outputs): void {
    const thing = thingOf(this.definition, stored);
    const seeks = thing === undefined ? this.definition.thing.seeks?.(stored) : undefined;
    this.context.page.shown = { thing, isCertain: originOf(stored) !== "found", seeks };
  }

  private pageKnownAs(olds: Outputs): Page {
    const page = this.ledger.page(this.definition.kind, this.context.owner, olds.__owner);
    page.address ??= this.context.page.address;
    return page;
  }
}
