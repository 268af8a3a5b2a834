import { pagesOf } from "../../../core/lists/pages";
import { SharedList } from "../../../core/lists/shared-list";
import { LATELY_MILLISECONDS } from "../../../core/lists/shared-rows";
import { isReadable, readable, type Unreadable } from "../../../core/lists/unreadable";
import type { Deadline } from "../../../core/run/deadline";
import type { Run, RunPage } from "../api";
import { isCompleted, isFailed } from "./runs";

/** The age of a look that is new enough, in milliseconds. */
const AGES = { now: 0, "just now": 1_000, lately: LATELY_MILLISECONDS };

export type Age = keyof typeof AGES;

type Runs = Map<number, Run>;

/** A caller that reads the list page by page. */
export interface Reader {
  readonly deadline: Deadline;
  pageAt(page: number): Promise<RunPage>;
}

/**
 * The runs of an organization, which all resources share. A long history is read as a whole once. After that the newest pages
 * are enough, if the list tells its total and showed the newest first; the vendor's page does not promise that order.
 */
export class RunList {
  private readonly looks = new SharedList<Run[]>();
  private known: Runs = new Map();
  private isNewestFirst = false;
  private unreadable: ReadonlyMap<string, Unreadable> = new Map();

  /** Returns one of the runs that a look showed. */
  async one(id: string, age: Age, reader: Reader): Promise<Run | undefined> {
    const found = (await this.look(age, reader)).find((run) => `${run.id}` === id);
    const unreadable = this.unreadable.get(id);
    return found ?? (unreadable && readable<Run>(unreadable));
  }

  look(age: Age, reader: Reader): Promise<Run[]> {
    return this.looks.look(AGES[age], async () => [...(await this.read(reader)).values()]);
  }

  private async read({ deadline, pageAt }: Reader): Promise<Runs> {
    const found: Runs = new Map();
    const unreadable = new Map<string, Unreadable>();
    let hasMore = false;
    let total: number | undefined;
    const at = async (page: number) => {
      const shown = await pageAt(page);
      hasMore = page < shown.last_page && shown.data.length > 0;
      total = shown.total ?? undefined;
      return { rows: shown.data, total, next: hasMore ? page + 1 : undefined };
    };
    const list = {
      name: "ServerAvatar: the list of runs",
      deadline,
      first: 1,
      at,
      idOf: ({ id }: Run | Unreadable) => id,
    };
    for await (const rows of pagesOf(list)) {
      for (const run of rows) {
        if (isReadable(run)) found.set(run.id, run);
        else unreadable.set(run.id, run);
      }
      if (hasMore && this.showsTheRest(found, total)) return this.keep(this.withTheRest(found));
    }
    this.unreadable = unreadable;
    this.isNewestFirst = isDescending(found);
    return this.keep(found);
  }

  /** Returns whether the pages that were not read again are surely unchanged. */
  private showsTheRest(found: Runs, total: number | undefined): boolean {
    if (!this.isNewestFirst || !isDescending(found)) return false;
    // Between the new pages and the known ones there may be a gap.
    if (![...found.keys()].some((id) => this.known.has(id))) return false;
    const rest = this.notIn(found);
    return found.size + rest.length === total && rest.every(([, run]) => isCompleted(run) || isFailed(run));
  }

  /** Returns the runs, the newest first. */
  private withTheRest(found: Runs): Runs {
    return new Map([...found, ...this.notIn(found)]);
  }

  private notIn(found: Runs): [number, Run][] {
    return [...this.known].filter(([id]) => !found.has(id));
  }

  private keep(runs: Runs): Runs {
    this.known = runs;
    return runs;
  }
}

function isDescending(runs: Runs): boolean {
  const ids = [...runs.keys()];
  return ids.every((id, index) => index === 0 || id < ids[index - 1]!);
}
