/** A list that many callers share: callers that ask at the same time get one look, which begins after they asked. */
export class SharedList<T> {
  private next: Promise<T> | undefined;
  private current: Promise<unknown> = Promise.resolve();
  private last: { began: number; looking: Promise<T> } | undefined;

  fresh(look: () => Promise<T>): Promise<T> {
    if (this.next === undefined) {
      this.next = this.afterCurrent(look);
      return this.next;
    }
    // The first caller's deadline may have ended the look; the others still have time.
    return this.next.catch(look);
  }

  /** Returns a look that began at most so many milliseconds ago; with 0 one that begins now. */
  look(milliseconds: number, look: () => Promise<T>): Promise<T> {
    const { last } = this;
    if (milliseconds === 0 || !last || Date.now() - last.began > milliseconds) return this.fresh(look);
    return last.looking.catch(() => this.fresh(look));
  }

  private async afterCurrent(look: () => Promise<T>): Promise<T> {
    await this.current;
    const looking = look();
    this.last = { began: Date.now(), looking };
    this.next = undefined;
    this.current = looking.catch(() => undefined);
    return looking;
  }
}
