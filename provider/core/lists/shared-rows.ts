import DataLoader from "dataloader";
import { BackupError } from "../ground/errors";
import { isSameId } from "../ground/same-id";
import type { Run } from "../run/run";
import { rowsOnce } from "./pages";
import { SharedList } from "./shared-list";
import { isReadable, readable, type Unreadable } from "./unreadable";

/** How a caller reads rows: from the list, or one by its id. */
export interface RowSource<Row> {
  /** Returns the list, page by page. */
  pages(): AsyncIterableIterator<(Row | Unreadable)[]>;
  /** Returns one row; nothing only where the vendor says unmistakably that it is gone. */
  one(id: string): Promise<Row | Unreadable | undefined>;
}

interface Question<Row> {
  id: string;
  source: RowSource<Row>;
}

interface Snapshot<Row> {
  began: number;
  rows: Map<string, Row | Unreadable>;
  rest: AsyncIterator<(Row | Unreadable)[]>;
  pages: number;
}

/** How old an answer may be. `lately`, within the last minute, is enough for what is only shown. */
export type Freshness = "now" | "lately";

/** Callers that ask within this time share the same requests. */
const GATHER_MILLISECONDS = 10;

export const LATELY_MILLISECONDS = 60_000;

/**
 * The rows of one account, which all resources of a run share. Many questions read the pages of the list, few send a request
 * each. A row that the list lacks is asked for by its id, so that shifting pages never make a row vanish.
 */
export class SharedRows<Row> {
  private readonly waiting = this.loader((questions) => this.ask(questions, questions.length));
  private readonly reading = this.loader((questions) => this.askLately(questions));
  private readonly lists = new SharedList<(Row | Unreadable)[]>();
  private snapshot: Snapshot<Row> | undefined;
  private asked = 0;

  constructor(private readonly idOf: (row: Row) => string) {}

  one(id: string, source: RowSource<Row>, freshness: Freshness): Promise<Row | undefined> {
    return (freshness === "now" ? this.waiting : this.reading).load({ id, source });
  }

  async all(source: RowSource<Row>, freshness: Freshness): Promise<Row[]> {
    return (await this.whole(source, freshness)).filter(isReadable);
  }

  /** Returns all rows, including those that cannot be read. */
  whole(source: RowSource<Row>, freshness: Freshness): Promise<(Row | Unreadable)[]> {
    const read = () => rowsOnce(source.pages(), (row) => this.keyOf(row));
    return this.lists.look(freshness === "now" ? 0 : LATELY_MILLISECONDS, read);
  }

  /** Ids are compared without case. */
  private keyOf(row: Row | Unreadable): string {
    return (isReadable(row) ? this.idOf(row) : row.id).toLowerCase();
  }

  private loader(answer: (questions: readonly Question<Row>[]) => Promise<(Row | undefined | Error)[]>) {
    return new DataLoader<Question<Row>, Row | undefined>(answer, {
      cache: false,
      batchScheduleFn: (ask) => setTimeout(ask, GATHER_MILLISECONDS),
      maxBatchSize: Number.POSITIVE_INFINITY,
    });
  }

  private async askLately(questions: readonly Question<Row>[]): Promise<(Row | undefined | Error)[]> {
    this.asked += questions.length;
    const old = this.snapshot && Date.now() - this.snapshot.began > LATELY_MILLISECONDS;
    if (old) this.snapshot = undefined;
    // At most two pages for each question: one backup does not read the whole list of a large account.
    return this.ask(questions, this.asked === 1 ? 1 : 2 * this.asked, this.snapshot);
  }

  private async ask(
    questions: readonly Question<Row>[],
    mostPages: number,
    from?: Snapshot<Row>,
  ): Promise<(Row | undefined | Error)[]> {
    const [first] = questions as [Question<Row>];
    if (mostPages === 1) return [await this.askedFor(first)];
    const snapshot = from ?? { began: Date.now(), rows: new Map(), rest: first.source.pages(), pages: 0 };
    this.snapshot = snapshot;
    const isMissing = ({ id }: Question<Row>) => !snapshot.rows.has(id.toLowerCase());
    try {
      while (snapshot.pages < mostPages && questions.some(isMissing)) {
        const { done, value } = await snapshot.rest.next();
        if (done) break;
        snapshot.pages += 1;
        for (const row of value) snapshot.rows.set(this.keyOf(row), row);
      }
    } catch {
      // The first caller's deadline may have ended the look; the others ask for themselves.
      this.snapshot = undefined;
    }
    const answers = questions.map(
      async (question) => answerOf(snapshot.rows.get(question.id.toLowerCase())) ?? this.askedFor(question),
    );
    return Promise.all(answers);
  }

  /** Asks for one row. An answer with another id is an error: it says nothing about this one. */
  private async askedFor({ id, source }: Question<Row>): Promise<Row | undefined | Error> {
    try {
      const row = await source.one(id);
      if (row === undefined || isSameId(this.keyOf(row), id)) return answerOf(row);
      const other = isReadable(row) ? this.idOf(row) : row.id;
      return new BackupError(
        `the service was asked for backup ${id} and answered with ${other}, so it is not known whether ${id} is there. ` +
          "Nothing is decided by that answer: run the command again",
      );
    } catch (error) {
      return error as Error;
    }
  }
}

function answerOf<Row>(row: Row | Unreadable | undefined): Row | undefined | Error {
  try {
    return row && readable(row);
  } catch (error) {
    return error as Error;
  }
}

/** Returns the rows of `key` (service, address, project), which all resources of a run share. */
export function rowsOf<Row>(run: Run, key: string, idOf: (row: Row) => string): SharedRows<Row> {
  return run.of(`rows ${key}`, () => new SharedRows(idOf));
}
