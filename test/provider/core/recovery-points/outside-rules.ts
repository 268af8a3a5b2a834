import { DELETED, type Rotation, release, releases } from "./rotations";

const ALL = { ...DELETED, keepLast: 3 };

/** What happens to a list behind the program's back, where the service shows what is gone. */
export const outsideRules: Record<string, Rotation> = {
  "a generation is gone: a refresh takes it out of the list, and says so": async (play) => {
    const ids = await releases(play, 3, ALL);
    await play.remove(ids[1]!);
    const last = await play.up({ ...ALL, ...release(3) }, { refresh: true });
    const listed = [ids[2]!, ids[0]!];
    return { there: listed, listed, told: new RegExp(`${ids[1]} is gone from`), last };
  },
  "the newest is gone: a refresh says so, the next up makes another one, and the list goes on": async (play) => {
    const ids = await releases(play, 3, ALL);
    await play.remove(ids[2]!);
    const last = await play.up({ ...ALL, ...release(3) }, { refresh: true });
    const listed = [play.stored().id, ids[1]!, ids[0]!];
    return { there: listed, listed, told: new RegExp(`${ids[2]} is gone from .* 2 earlier generations goes on`), last };
  },
  "the only one is gone: a refresh takes the resource out of the state": async (play) => {
    const [first] = await releases(play, 1, ALL);
    await play.remove(first!);
    const last = await play.up({ ...ALL, ...release(1) }, { refresh: true });
    return { there: [play.stored().id], listed: [play.stored().id], last };
  },
  "what is to go is gone already: nothing is wrong": async (play) => {
    const ids = await releases(play, 3, ALL);
    await play.remove(ids[0]!);
    const last = await play.up({ ...ALL, ...release(4) });
    const listed = [play.stored().id, ids[2]!, ids[1]!];
    return { there: listed, listed, last };
  },
  "another resource adopts a generation: it stays as it leaves the list": async (play) => {
    const ids = await releases(play, 2, { keepLast: 2 });
    const { kind, stack } = play;
    const mine = { kind: kind.kind, name: "a", args: { ...kind.valid, keepLast: 2, ...release(3) } };
    const its = { kind: kind.kind, name: "b", args: { ...kind.valid, adopt: ids[0]! } };
    const last = await stack.up([mine, its]);
    const told = new RegExp(`generation ${ids[0]} is kept: another resource of this program has it`);
    return { there: [...ids, play.stored().id], listed: [play.stored().id, ids[1]!], told, last };
  },
  "the service refuses the deletion: an error, and the next up finishes": async (play) => {
    const ids = await releases(play, 2, { keepLast: 2 });
    play.strike({ method: "DELETE", times: 1_000, fault: "unavailable-503" });
    const refused = await play.up({ keepLast: 2, ...release(3), __timeouts: { delete: "300ms" } });
    if (refused.errors.length === 0) throw new Error("it was not refused");
    play.strike();
    const last = await play.up({ keepLast: 2, ...release(3) });
    const listed = [play.stored().id, ids[1]!];
    return { there: listed, listed, last };
  },
};
