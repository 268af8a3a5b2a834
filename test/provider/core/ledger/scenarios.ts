import type { Options, Outcome } from "../../../with/journeys/stack";
import { consentOf, DELETED, found, ofUnknownId, one, type Scenario } from "./play";

function replaced(isAgreed: boolean, options: Options = {}): Scenario {
  return async (play) => {
    const id = await one(play);
    const agreed = play.resource("a", { ...DELETED, ...(isAgreed && consentOf(play, id)) });
    const last = await play.run([agreed], { ...options, replace: ["a"] });
    if (isAgreed) return { gone: [id], last };
    return play.subject.isPoint ? { kept: [id], last } : { last };
  };
}

/** The engine's calls by what a user does, and how each must end for every kind. */
export const scenarios: Record<string, Scenario> = {
  "leaves the program": async (play) => {
    const id = await one(play);
    return { gone: [id], last: await play.run([]) };
  },
  "leaves the program after a refresh in the same process": async (play) => {
    const id = await one(play);
    return { gone: [id], last: await play.run([], { refresh: true }) };
  },
  "leaves the program and is adopted by another resource": async (play) => {
    const id = await one(play);
    const last = await play.run([play.resource("b", { adopt: id })]);
    return { kept: [id], count: 1, told: /managed by another resource/, last };
  },
  "ownership 1: leaves the program and is adopted as another kind": async (play) => {
    const id = await one(play);
    const { kind, args } = play.subject.twin ?? play.subject;
    const last = await play.run([{ kind, name: "b", args: { ...args, adopt: id } }]);
    return { kept: [id], count: 1, told: /managed by another resource/, last };
  },
  "ownership 2: is adopted by a resource that is declared behind it": async (play) => {
    const id = await one(play);
    const last = await play.run([play.resource("a", DELETED), play.resource("b", { adopt: id })]);
    return { kept: [id], refused: /adopt: resource "a" has it already/, last };
  },
  "ownership 2: is adopted by a resource that is declared before it": async (play) => {
    const id = await one(play);
    const last = await play.run([play.resource("b", { adopt: id }), play.resource("a", DELETED)]);
    return { kept: [id], refused: /resource "b" has it, too/, last };
  },
  "ownership 2: two have it since 0.1.0, and every run refuses that": async (play) => {
    const id = await one(play);
    play.stack.copy("a", "b");
    const last = await play.run([play.resource("a", DELETED), play.resource("b", DELETED)]);
    return { kept: [id], refused: /has it, too, and only one resource can have it/, last };
  },
  "ownership 2: two have it since 0.1.0, and one leaves": async (play) => {
    const id = await one(play);
    play.stack.copy("a", "b");
    const last = await play.run([play.resource("b", DELETED)]);
    return { kept: [id], told: /managed by another resource|is what the state had/, last };
  },
  "ownership 3: is replaced without consent while a neighbour fails, then nothing changes": async (play) => {
    const id = await one(play);
    const next = play.resource("a", { ...DELETED, ...play.subject.changed });
    await play.run([next], { neighbourFails: true, replace: ["a"] });
    const last = await play.run([next]);
    return play.subject.isPoint ? { kept: [id], told: /no allow agreed to its deletion/, last } : { last };
  },
  "ownership 3: is replaced with consent while a neighbour fails, then nothing changes": async (play) => {
    const id = await one(play);
    const next = play.resource("a", { ...DELETED, ...play.subject.changed, ...consentOf(play, id) });
    await play.run([next], { neighbourFails: true });
    const last = await play.run([next]);
    return play.subject.isPoint ? { gone: [id], last } : { kept: [id], last };
  },
  "ownership 3: is replaced without consent while a neighbour fails, then is replaced again": async (play) => {
    const id = await one(play);
    await play.run([play.resource("a", { ...DELETED, ...play.subject.changed })], {
      neighbourFails: true,
      replace: ["a"],
    });
    const last = await play.run([play.resource("a", { ...DELETED, ...play.subject.changedAgain })], { replace: ["a"] });
    return play.subject.isPoint ? { kept: [id], last } : { last };
  },
  "its triggers become what they were: deploy, deploy, roll back, deploy again": async (play) => {
    const { changed, changedAgain, isPoint } = play.subject;
    const ends: Outcome[] = [];
    for (const edit of [changed, changedAgain, changed, changedAgain])
      ends.push(await play.run([play.resource("a", edit)]));
    return { count: isPoint ? 4 : 1, last: ends.at(-1)! };
  },
  "is replaced by --replace, which asks nobody": replaced(false),
  "is replaced by --replace with deleteBeforeReplace": replaced(false, { deleteFirst: true }),
  "is replaced by --replace, with consent": replaced(true),
  "is replaced by --replace with deleteBeforeReplace, with consent": replaced(true, { deleteFirst: true }),
  "is adopted, and replaced by --replace with deleteBeforeReplace": async (play) => {
    const id = await one(play);
    const adopting = [play.resource("b", { ...DELETED, adopt: id, ...consentOf(play, id) })];
    await play.run(adopting);
    return { kept: [id], count: 1, last: await play.run(adopting, { replace: ["b"], deleteFirst: true }) };
  },
  "ownership 2: is adopted by a resource of unknown id that is declared behind it": async (play) => {
    const id = await one(play);
    const last = await play.run([play.resource("a", DELETED), ofUnknownId(play, id)]);
    return { kept: [id], refused: /adopt: \w+.*: resource "a" has it, too/, last };
  },
  "ownership 2: is adopted by a resource of unknown id that is declared before it": async (play) => {
    const id = await one(play);
    const last = await play.run([ofUnknownId(play, id), play.resource("a", DELETED)], { preview: true });
    return { kept: [id], refused: /resource "b" has it, too/, last };
  },
  "is adopted by two in one run": async (play) => {
    const id = await one(play);
    const last = await play.run([play.resource("b", { adopt: id }), play.resource("c", { adopt: id.toUpperCase() })]);
    return { kept: [id], refused: /adopt: resource "b" has it already/, last };
  },
  "is renamed by an alias, and nothing else": async (play) => {
    const id = await one(play);
    const last = await play.run([{ ...play.resource("b", DELETED), alias: "a" }]);
    return { kept: [id], count: 1, last };
  },
  "is renamed by an alias and replaced by --replace": async (play) => {
    const id = await one(play);
    const last = await play.run([{ ...play.resource("b", DELETED), alias: "a" }], { replace: ["b"] });
    return play.subject.isPoint ? { kept: [id], last } : { last };
  },
  "ownership 5: one of two that the service cannot tell apart is renamed without an alias": async (play) => {
    const second = { ...DELETED, ...play.subject.beside };
    await play.run([play.resource("a", DELETED), play.resource("b", second)]);
    const kept = play.stored("a").id;
    // To the service the renamed plan is a second one.
    const consent = play.subject.isPoint ? {} : { allow: { "second-plan": play.stored("b").id } };
    const last = await play.run([play.resource("a", DELETED), play.resource("c", { ...second, ...consent })]);
    return { kept: [kept, play.stored("c").id], last };
  },
  "another one leaves in a targeted run": async (play) => {
    const id = await one(play);
    await play.run([play.resource("a", DELETED), play.resource("b", { ...DELETED, ...play.subject.beside })]);
    const other = play.stored("b").id;
    return { kept: [id], gone: [other], last: await play.run([play.resource("a", DELETED)], { target: ["b"] }) };
  },
  "ownership 4: was found by its mark alone, and leaves the program": async (play) => {
    const id = await found(play);
    if (id === undefined) return {};
    return { kept: [id], told: new RegExp(`${id} was found by its name`), last: await play.run([]) };
  },
  "ownership 4: was found by its mark alone, is adopted, and leaves the program": async (play) => {
    const id = await found(play);
    if (id === undefined) return {};
    await play.run([play.resource("a", { ...DELETED, adopt: id })]);
    return { gone: [id], last: await play.run([]) };
  },
  "was asked for by a killed run, is found by its mark and its note, and leaves the program": async (play) => {
    const id = await found(play, { withNote: true });
    return id === undefined ? {} : { gone: [id], last: await play.run([]) };
  },
};
