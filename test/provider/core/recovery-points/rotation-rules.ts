import assert from "node:assert/strict";
import type { Answer } from "../../../faults/rules";
import { DELETED, failed, type Rotation, release, releases, unsaved } from "./rotations";

const LAST_3 = { keepLast: 3 };

/** An answer that every service gives to what it surely did not do. */
const refused: Answer = (socket) => {
  const body = JSON.stringify({
    badRequest: { message: "no quota" },
    error_code: "DBS.1",
    error_msg: "no quota",
    message: "no quota",
  });
  const head = `HTTP/1.1 400 Refused\r\ncontent-type: application/json\r\ncontent-length: ${body.length}`;
  socket.end(`${head}\r\nconnection: close\r\n\r\n${body}`);
};

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
    await failed(play, { ...DELETED, ...LAST_3 });
    const there = await play.there();
    if (!ids.every((id) => there.includes(id))) throw new Error("what was complete went");
    const last = await play.up({ ...DELETED, ...LAST_3, ...release("fails") });
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
  "the newest failed, and its successor is refused: the list goes on with the next": async (play) => {
    const ids = await releases(play, 2, LAST_3);
    await failed(play, LAST_3);
    play.strike({ method: "POST", text: new RegExp(Object.values(play.kind.place(0)).join("|")), fault: refused });
    const refusal = await play.up({ ...LAST_3, ...release("fails") });
    assert.match(refusal.errors.join("\n"), /no quota/);
    play.strike();
    const last = await play.up({ ...LAST_3, ...release("fails") });
    const kept = [play.stored().id, ids[1]!, ids[0]!];
    return { there: kept, listed: kept, last };
  },
  "deleteBeforeReplace: nothing goes before the new one is there, and what falls out goes with the next": async (
    play,
  ) => {
    const ids = await releases(play, 2, { ...DELETED, keepLast: 2 });
    for (const number of [3, 4, 5]) {
      await play.up({ ...DELETED, keepLast: 2, ...release(number) }, { deleteFirst: true });
      ids.push(play.stored().id);
    }
    const last = await play.up({ ...DELETED, keepLast: 2, ...release(5) });
    return { there: ids.slice(2), listed: ids.slice(3).reverse(), last };
  },
  "triggers are an empty list, which means as much as none: nothing is sent": async (play) => {
    await play.up(LAST_3);
    const before = play.writes();
    const last = await play.up({ ...LAST_3, triggers: [] });
    assert.equal(play.writes(), before);
    return { listed: [play.stored().id], last };
  },
};
