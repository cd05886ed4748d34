/** Declared options, by the parts of their names. */

export interface OptionFacts {
  readonly type: string;
}

export type OptionList = Readonly<Record<string, OptionFacts>>;

interface Branch {
  readonly children: Map<string, Branch>;
  /** The option as it is declared, if it is one. */
  name: string | undefined;
}

export class OptionTree {
  readonly #root: Branch = branch();

  constructor(lists: Iterable<OptionList>) {
    for (const list of lists) {
      for (const name of Object.keys(list)) this.#add(name);
    }
  }

  /** The names at the top. */
  get roots(): ReadonlySet<string> {
    return new Set(this.#root.children.keys());
  }

  /** Whether an option has this path. A part that is not known, `undefined`, stands for any. */
  isOption(path: readonly (string | undefined)[]): boolean {
    return this.#find(path).some(({ name }) => name !== undefined);
  }

  /** The declared names of the option at this path: `services.web.sites.<name>.root`. */
  namesAt(path: readonly (string | undefined)[]): readonly string[] {
    return this.#find(path).flatMap(({ name }) => (name === undefined ? [] : [name]));
  }

  /** Whether an option has this path, and no other one lies within it. */
  isInnermost(path: readonly (string | undefined)[]): boolean {
    const found = this.#find(path);
    return found.some(({ name }) => name !== undefined) && found.every(({ children }) => children.size === 0);
  }

  /**
   * Whether something can be set at this path: it is an option, lies within one (whose type then decides), or options lie
   * below it.
   */
  has(path: readonly (string | undefined)[]): boolean {
    if (this.#find(path).length > 0) return true;
    return path.some((_part, index) => this.isOption(path.slice(0, index + 1)));
  }

  #find(path: readonly (string | undefined)[]): readonly Branch[] {
    let found: Branch[] = [this.#root];
    for (const part of path) {
      found = found.flatMap(({ children }) => {
        if (part === undefined) return [...children.values()];
        const wild = [...children].flatMap(([name, child]) => (isWild(name) ? [child] : []));
        const named = children.get(part);
        return named === undefined ? wild : [named, ...wild];
      });
      if (found.length === 0) return [];
    }
    return found;
  }

  #add(name: string): void {
    let at = this.#root;
    for (const part of partsOf(name)) {
      let next = at.children.get(part);
      if (next === undefined) at.children.set(part, (next = branch()));
      at = next;
    }
    at.name = name;
  }
}

function branch(): Branch {
  return { children: new Map(), name: undefined };
}

/** `<name>` stands for a name that users choose, `*` for an element of a list. */
function isWild(part: string): boolean {
  return part.startsWith("<") || part === "*";
}

/** The parts of a name: dots in quotes do not part it. */
function partsOf(name: string): string[] {
  return [...name.matchAll(/"((?:[^"\\]|\\.)*)"|[^."]+/gu)].map(([whole, quoted]) => quoted ?? whole);
}
