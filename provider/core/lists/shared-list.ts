/** One look at a list serves everybody who asks meanwhile; nobody gets a look that began before the question. */
export class SharedList<T> {
  private next: Promise<T> | undefined;
  private current: Promise<unknown> = Promise.resolve();
  private last: { began: number; looking: Promise<T> } | undefined;

  fresh(look: () => Promise<T>): Promise<T> {
    if (this.next === undefined) {
      this.next = this.afterCurrent(look);
      return this.next;
    }
    // Whoever asked first may have had no time left, which says nothing about the others.
    return this.next.catch(look);
  }

  /** A look that began at most so long ago; with 0 one that begins now. */
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
