import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface Home {
  readonly path: string;
  /** Goes on in an empty one, as on another machine. */
  renew(): void;
  close(): void;
}

/** A PULUMI_HOME of its own for this process, where the provider keeps its notes, until it is closed. */
export function openHome(): Home {
  const before = process.env.PULUMI_HOME;
  const make = () => mkdtempSync(join(tmpdir(), "home-"));
  let path = make();
  process.env.PULUMI_HOME = path;
  const remove = () => rmSync(path, { recursive: true, force: true });
  return {
    get path() {
      return path;
    },
    renew: () => {
      remove();
      path = make();
      process.env.PULUMI_HOME = path;
    },
    close: () => {
      remove();
      if (before === undefined) delete process.env.PULUMI_HOME;
      else process.env.PULUMI_HOME = before;
    },
  };
}

/** A PULUMI_HOME for the tests of a `describe`, empty before each of them. */
export function useHome(): { path: () => string; renew: () => void } {
  let home: Home;
  before(() => {
    home = openHome();
  });
  beforeEach(() => home.renew());
  after(() => home.close());
  return { path: () => home.path, renew: () => home.renew() };
}
