import assert from "node:assert/strict";
import { DELETED, failed, type Rotation, release, releases } from "./rotations";

const ALL = { ...DELETED, keepLast: 3 };

/** What ends a list, what changes it, and what does not. */
export const endings: Record<string, Rotation> = {
  "leaves the program with onDelete delete: all generations go": async (play) => {
    await releases(play, 3, ALL);
    return { there: [], last: await play.stack.up([]) };
  },
  "leaves the program with onDelete keep: all stay, and it says how many": async (play) => {
    const ids = await releases(play, 3, { keepLast: 3 });
    return { there: ids, told: /3 recovery points stay in the cloud/, last: await play.stack.up([]) };
  },
  "is destroyed between creation and deletion, onDelete delete: all go": async (play) => {
    await releases(play, 2, { ...DELETED, keepLast: 2 });
    await play.up({ ...DELETED, keepLast: 2, ...release(3) }, { neighbourFails: true });
    return { there: [], last: await play.stack.destroy() };
  },
  "what is backed up changes, onDelete delete: refused without consent, which names all": async (play) => {
    const ids = await releases(play, 2, ALL);
    const last = await play.up({ ...ALL, ...play.kind.place(1), ...release(2) });
    return { there: ids, refused: new RegExp(`${ids[1]}.*1 earlier of its generations \\(${ids[0]}\\)`, "s"), last };
  },
  "what is backed up changes, onDelete delete, with consent: the list ends": async (play) => {
    const ids = await releases(play, 2, ALL);
    const allow = { "replace-recovery-point": ids[1]! };
    const last = await play.up({ ...ALL, ...play.kind.place(1), ...release(2), allow });
    return { there: [play.stored().id], listed: [play.stored().id], last };
  },
  "what is backed up changes after a failure, onDelete delete: refused without consent, which names all": async (
    play,
  ) => {
    const ids = await releases(play, 2, ALL);
    await failed(play, ALL);
    const { id } = play.stored();
    const last = await play.up({ ...ALL, ...play.kind.place(1), ...release("fails") });
    const words = new RegExp(
      `2 earlier of its generations \\(${ids[1]}, ${ids[0]}\\).*"replace-recovery-point": "${id}"`,
    );
    return { there: [...ids, id], refused: words, last };
  },
  "what is backed up changes with consent and deleteBeforeReplace: the list ends": async (play) => {
    const ids = await releases(play, 2, ALL);
    const allow = { "replace-recovery-point": ids[1]! };
    const last = await play.up({ ...ALL, ...play.kind.place(1), ...release(2), allow }, { deleteFirst: true });
    return { there: [play.stored().id], listed: [play.stored().id], last };
  },
  "what is backed up changes with consent, a neighbour fails, the consent goes: all stay, and are named": async (
    play,
  ) => {
    const ids = await releases(play, 2, ALL);
    const elsewhere = { ...ALL, ...play.kind.place(1), ...release(2) };
    await play.up({ ...elsewhere, allow: { "replace-recovery-point": ids[1]! } }, { neighbourFails: true });
    const last = await play.up(elsewhere);
    const told = new RegExp(`${ids[1]} is replaced, and kept.* earlier generations stay, too: ${ids[0]}`);
    return { there: [...ids, play.stored().id], told, last };
  },
  "what is backed up changes, onDelete keep: the list ends, and its points stay": async (play) => {
    const ids = await releases(play, 2, { keepLast: 3 });
    const last = await play.up({ keepLast: 3, ...play.kind.place(1), ...release(2) });
    return { there: [play.stored().id, ...ids], listed: [play.stored().id], told: /2 recovery points stay/, last };
  },
  "--replace with another release: the list begins anew, the old ones stay and are named": async (play) => {
    const ids = await releases(play, 2, ALL);
    const last = await play.up({ ...ALL, ...release(3) }, { replace: ["a"] });
    const told = new RegExp(`list of generations begins anew.*${ids[1]}, ${ids[0]}`);
    return { there: [play.stored().id, ...ids], listed: [play.stored().id], told, last };
  },
  "--replace while a neighbour fails, keepLast 1: what was replaced stays, and is named by the next up": async (
    play,
  ) => {
    const [first] = await releases(play, 1, { ...DELETED, keepLast: 1 });
    await play.up({ ...DELETED, keepLast: 1, ...release(2) }, { replace: ["a"], neighbourFails: true });
    const last = await play.up({ ...DELETED, keepLast: 1, ...release(2) });
    return { there: [first!, play.stored().id], told: new RegExp(`begins anew.*${first}`), last };
  },
  "keepLast is added to what is stored: no request, and the list has its one": async (play) => {
    const [first] = await releases(play, 1, DELETED);
    const before = play.writes();
    const last = await play.up({ ...ALL, ...release(1) });
    if (play.writes() !== before) throw new Error("something was sent");
    return { there: [first!], listed: [first!], last };
  },
  "without keepLast the newest fails with --continue-on-error: what it replaces goes once the next one is complete":
    async (play) => {
      const [first] = await releases(play, 1, DELETED);
      const next = { ...DELETED, allow: { "replace-recovery-point": first! } };
      await failed(play, next, { continueOnError: true });
      assert.ok((await play.there()).includes(first!), "nothing complete was left");
      const last = await play.up({ ...next, ...release("fails") }, { continueOnError: true });
      return { there: [play.stored().id], last };
    },
  "keepLast 2 is added with a release: what was there stays in the list, and nobody is asked": async (play) => {
    const [first] = await releases(play, 1, DELETED);
    const last = await play.up({ ...DELETED, keepLast: 2, ...release(2) });
    return { there: [play.stored().id, first!], listed: [play.stored().id, first!], last };
  },
  "keepLast 1 is added with a release, onDelete delete: what was there needs its consent": async (play) => {
    const [first] = await releases(play, 1, DELETED);
    const last = await play.up({ ...DELETED, keepLast: 1, ...release(2) });
    return { there: [first!], refused: new RegExp(`"replace-recovery-point": "${first}"`), last };
  },
  "keepLast is taken out: no request, and what no resource has any more is named": async (play) => {
    const ids = await releases(play, 2, ALL);
    const before = play.writes();
    const last = await play.up({ ...DELETED, ...release(2) });
    if (play.writes() !== before) throw new Error("something was sent");
    return { there: ids, listed: [], told: new RegExp(`without keepLast 1 recovery point stays.*${ids[0]}`), last };
  },
  "keepLast is taken out with a release, onDelete delete: all of the list needs consent": async (play) => {
    const ids = await releases(play, 2, ALL);
    const last = await play.up({ ...DELETED, ...release(3) });
    return { there: ids, refused: /deletes the recovery point .* and 1 earlier of its generations/, last };
  },
  "keepLast gets smaller without consent: refused": async (play) => {
    const ids = await releases(play, 3, ALL);
    const last = await play.up({ ...DELETED, keepLast: 2, ...release(3) });
    return { there: ids, refused: /"shorter-retention": "keepLast 2"/, last };
  },
  "keepLast gets smaller with consent: nothing goes before the next rotation, which cuts the list": async (play) => {
    const ids = await releases(play, 3, ALL);
    const two = { ...DELETED, keepLast: 2, allow: { "shorter-retention": "keepLast 2" } };
    const before = play.writes();
    await play.up({ ...two, ...release(3) });
    if (play.writes() !== before) throw new Error("something was sent");
    const last = await play.up({ ...two, ...release(4) });
    return { there: [play.stored().id, ids[2]!], listed: [play.stored().id, ids[2]!], last };
  },
  "a name is written beside keepLast: refused": async (play) => {
    const last = await play.up({ ...ALL, name: "written-name" });
    return { there: [], refused: /^name: cannot stand beside keepLast/m, last };
  },
  "what was adopted leaves the list: it stays, and is named": async (play) => {
    const [first] = await releases(play, 1, {});
    const { name } = play.stored().outputs;
    play.stack.state.clear();
    await play.up({ keepLast: 1, adopt: first!, ...release(1), ...(play.kind.kind === "" && { name }) });
    const last = await play.up({ keepLast: 1, ...release(2) });
    const told = new RegExp(`${first} was found or adopted`);
    return { there: [first!, play.stored().id], listed: [play.stored().id], told, last };
  },
  "what was found by its mark alone leaves the list: it stays, and is named": async (play) => {
    const [first] = await releases(play, 1, { ...DELETED, keepLast: 1 });
    play.stack.state.clear();
    play.forgetNotes();
    await play.up({ ...DELETED, keepLast: 1, ...release(1) });
    const last = await play.up({ ...DELETED, keepLast: 1, ...release(2) });
    return { there: [first!, play.stored().id], told: new RegExp(`${first} was found or adopted`), last };
  },
};
