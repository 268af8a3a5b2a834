import assert from "node:assert/strict";
import { DELETED, type Rotation, release, releases, unsaved } from "./rotations";

const LAST_3 = { keepLast: 3 };

/** A list that grows, is cut, and is handed on, whatever happens to a run. */
export const rotations: Record<string, Rotation> = {
  "consent 8: onDelete delete, four releases: nobody is asked, and the last three stay": async (play) => {
    const ids = await releases(play, 4, { ...DELETED, ...LAST_3 });
    const kept = ids.slice(1).reverse();
    return { there: kept, listed: kept, last: await play.up({ ...DELETED, ...LAST_3, ...release(4) }) };
  },
  "consent 9: onDelete keep, four releases: the last three stay, and no more": async (play) => {
    const ids = await releases(play, 4, LAST_3);
    return { there: ids.slice(1), listed: ids.slice(1).reverse(), last: await play.up({ ...LAST_3, ...release(4) }) };
  },
  "keepLast 1 keeps the newest alone": async (play) => {
    const ids = await releases(play, 3, { ...DELETED, keepLast: 1 });
    return {
      there: ids.slice(2),
      listed: ids.slice(2),
      last: await play.up({ ...DELETED, keepLast: 1, ...release(3) }),
    };
  },
  "goes back to a former release: another recovery point is made": async (play) => {
    const ids = await releases(play, 2, LAST_3);
    const last = await play.up({ ...LAST_3, ...release(1) });
    const all = [play.stored().id, ...[...ids].reverse()];
    return { there: all, listed: all, last };
  },
  "killed between creation and deletion: the next up finishes": async (play) => {
    const ids = await releases(play, 2, { keepLast: 2 });
    await play.up({ keepLast: 2, ...release(3) }, { neighbourFails: true });
    const last = await play.up({ keepLast: 2, ...release(3) });
    const kept = [play.stored().id, ids[1]!];
    return { there: kept, listed: kept, last };
  },
  "killed twice between creation and deletion, keepLast 1: the next up finishes both": async (play) => {
    await releases(play, 1, { ...DELETED, keepLast: 1 });
    for (const number of [2, 3])
      await play.up({ ...DELETED, keepLast: 1, ...release(number) }, { neighbourFails: true });
    const last = await play.up({ ...DELETED, keepLast: 1, ...release(3) });
    return { there: [play.stored().id], listed: [play.stored().id], last };
  },
  "killed between creation and deletion, then the next release: both are finished": async (play) => {
    const ids = await releases(play, 2, { keepLast: 2 });
    await play.up({ keepLast: 2, ...release(3) }, { neighbourFails: true });
    const third = play.stored().id;
    const last = await play.up({ keepLast: 2, ...release(4) });
    return { there: [play.stored().id, third], listed: [play.stored().id, third], untold: new RegExp(ids[0]!), last };
  },
  "killed before the state has the new one: it is found, and the list goes on": async (play) => {
    const ids = await releases(play, 3, LAST_3);
    await unsaved(play, { ...LAST_3, ...release(4) });
    const last = await play.up({ ...LAST_3, ...release(4) });
    const kept = [play.stored().id, ids[2]!, ids[1]!];
    return { there: kept, listed: kept, last };
  },
  "the newest fails: nothing else goes, and the next up makes another one": async (play) => {
    const ids = await releases(play, 3, { ...DELETED, ...LAST_3 });
    await play.settings({ failNext: { [play.kind.service === "serveravatar" ? "run" : "backup"]: 1 } });
    const failing = await play.up({ ...DELETED, ...LAST_3, ...release(4) });
    assert.match(failing.errors.join("\n"), /says F\w+ of backup .*: there is no recovery point/i);
    assert.equal(play.stored().outputs.state, "failed");
    const there = await play.there();
    if (!ids.every((id) => there.includes(id))) throw new Error("what was complete went");
    const last = await play.up({ ...DELETED, ...LAST_3, ...release(4) });
    const kept = [play.stored().id, ids[2]!, ids[1]!];
    return { there: kept, listed: kept, last };
  },
  "the newest is not complete in time: the next up waits for it, and then cuts the list": async (play) => {
    const ids = await releases(play, 2, { ...DELETED, keepLast: 2 });
    await play.settings({ buildSeconds: 3600 });
    const slow = await play.up({ ...DELETED, keepLast: 2, ...release(3), __timeouts: { create: "400ms" } });
    if (slow.errors.length === 0) throw new Error("it did not take long");
    await play.later(3700);
    const last = await play.up({ ...DELETED, keepLast: 2, ...release(3) });
    const kept = [play.stored().id, ids[1]!];
    return { there: kept, listed: kept, last };
  },
  "deleteBeforeReplace: nothing goes before the new one is there": async (play) => {
    const ids = await releases(play, 2, { ...DELETED, ...LAST_3 });
    const last = await play.up({ ...DELETED, ...LAST_3, ...release(3) }, { deleteFirst: true });
    const kept = [play.stored().id, ids[1]!, ids[0]!];
    return { there: kept, listed: kept, last };
  },
};
