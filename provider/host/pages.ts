import { argumentsAmong } from "../core/arguments/inputs";
import { whenDecided } from "../core/ground/unknowns";
import type { Context } from "../core/kind/context";
import type { Common, Definition, Outputs } from "../core/kind/definition";
import type { Page } from "../core/kind/page";
import { type Ledger, ledgerOf, namedBy, thingOf } from "../core/ledger/ledger";
import { originOf } from "../core/ledger/origin";
import type { Consents } from "../plan/losses";

/** The one place that writes the pages of the ledger: a function for each call of the engine. A deletion writes nothing. */
export class Pages<A extends Common> {
  private readonly ledger: Ledger;

  constructor(
    private readonly definition: Definition<A>,
    private readonly context: Context,
  ) {
    this.ledger = ledgerOf(context);
  }

  /** `check` was shown the inputs that are stored, and the program's. */
  checked(olds: Outputs, { allow, onDelete = "keep", keepLast }: Common): Page {
    const page = this.pageKnownAs(olds);
    page.declared = { allow, keeps: onDelete === "keep", keepLast };
    if (Object.keys(olds).length > 0) page.before = { ...page.before, inputs: olds, name: olds.name };
    this.ledger.tell(page, undefined);
    return page;
  }

  /** The program's arguments name a thing. Returns who has it, where that is another resource. */
  claimed(page: Page, olds: Outputs, args: A): string | undefined {
    const { argument } = this.definition.thing;
    // Written on a resource that is there, `adopt` is no claim: the state tells what that has.
    const isClaim = () => argument !== "adopt" || Object.keys(olds).length === 0 || olds.adopt === args.adopt;
    const thing = whenDecided(() => (isClaim() ? namedBy(this.definition, args) : undefined), undefined);
    if (thing === undefined) return undefined;
    page.declared = { ...page.declared!, thing };
    this.ledger.tell(page, thing);
    return this.ledger.holder(page, thing);
  }

  /** The program declares work. Returns who else declares the same, where both would do it from now on. */
  repeated(page: Page, args: A): string | undefined {
    const workOf = (some: A) => JSON.stringify(whenDecided(() => this.definition.work?.of(some), undefined));
    const same = workOf(args);
    if (same === undefined) return undefined;
    const stands = page.before && workOf(argumentsAmong(this.definition, page.before.inputs)) === same;
    const isAdopted = whenDecided(() => args.adopt !== undefined, true);
    page.declared = { ...page.declared!, work: { same, begins: !stands && !isAdopted } };
    return this.ledger.sameWork(page);
  }

  /** `diff` was shown the state. What never got an id may not exist: its name is free. */
  shown(olds: A & Outputs): Page {
    const page = this.pageKnownAs(olds);
    this.show(olds);
    const id = this.definition.thing.id(olds);
    const name = id === undefined ? undefined : page.before?.name;
    page.before = { inputs: olds, ...page.before, stored: olds, name, id, since: Date.parse(`${olds.startedAt}`) };
    return page;
  }

  /** `diff` decided whether the resource is replaced. Returns who has its thing, too, where it stays. */
  compared(page: Page, olds: A & Outputs, isReplaced: boolean, allow: Consents | undefined): string | undefined {
    const thing = thingOf(this.definition, olds);
    page.declared = { ...page.declared, allow, keeps: page.declared?.keeps ?? false };
    page.state = { stays: !isReplaced, thing, stored: olds };
    if (isReplaced || thing === undefined) return undefined;
    this.ledger.tell(page, thing);
    return this.ledger.holder(page, thing);
  }

  /** `create` begins: whatever stood in the state, this takes its place. */
  creating(): void {
    this.context.page.state = { stays: false };
  }

  /** `create` answered, with what is finished or not. */
  made(id: string, outs: A & Outputs): void {
    const { page } = this.context;
    this.show(outs);
    page.made = { id, thing: thingOf(this.definition, outs), allow: outs.allow, stored: outs };
    this.ledger.tell(page, page.made.thing);
  }

  /** `update` ended, and may have found out which thing the resource has. */
  updated(outs: A & Outputs): void {
    const { page } = this.context;
    this.show(outs);
    page.state = { stays: true, thing: thingOf(this.definition, outs), stored: outs };
    this.ledger.tell(page, page.state.thing);
  }

  /** A call showed the stored resource, or what became of it. */
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
