/**
 * The environment of a builder: names in the order of their bytes, each with its value. Two lists take a third of the
 * room of a map, and every derivation has one.
 */

export class BuilderEnvironment implements Iterable<readonly [string, string]> {
  readonly names: readonly string[];
  readonly #values: string[];

  /** The names are in order, each there once. */
  constructor(names: readonly string[], values: string[]) {
    this.names = names;
    this.#values = values;
  }

  /** Of pairs in any order, of which the last one of a name counts. */
  static from(pairs: Iterable<readonly [string, string]>): BuilderEnvironment {
    const map = new Map(pairs);
    const names = [...map.keys()].sort();
    return new BuilderEnvironment(
      names,
      names.map((name) => map.get(name)!),
    );
  }

  get values(): readonly string[] {
    return this.#values;
  }

  get(name: string): string | undefined {
    const place = this.names.indexOf(name);
    return place < 0 ? undefined : this.#values[place];
  }

  /** Only where nobody else knows this environment yet. */
  set(name: string, value: string): void {
    this.#values[this.names.indexOf(name)] = value;
  }

  /** Another one, in which some names have new values; the names are in order, and may be new ones. */
  with(names: readonly string[], valueOf: (name: string) => string): BuilderEnvironment {
    const allNames: string[] = [];
    const allValues: string[] = [];
    let next = 0;
    const addUpTo = (name: string): void => {
      for (; next < names.length && names[next]! <= name; next++) {
        allNames.push(names[next]!);
        allValues.push(valueOf(names[next]!));
      }
    };
    for (let index = 0; index < this.names.length; index++) {
      const name = this.names[index]!;
      if (next < names.length && names[next]! <= name) addUpTo(name);
      if (allNames.at(-1) === name) continue;
      allNames.push(name);
      allValues.push(this.#values[index]!);
    }
    if (next < names.length) addUpTo(names.at(-1)!);
    return new BuilderEnvironment(allNames, allValues);
  }

  *[Symbol.iterator](): Iterator<readonly [string, string]> {
    for (let index = 0; index < this.names.length; index++) yield [this.names[index]!, this.#values[index]!];
  }
}
