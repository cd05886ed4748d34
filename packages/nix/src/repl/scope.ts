/** The names that an interpreter knows besides the global ones, and expressions in which they mean something. */

import { type Code, type Environment, type Handle, thunk } from "../eval/memory/heap.ts";
import { load } from "../eval/code/load.ts";
import { evaluate } from "../eval/machine/machine.ts";
import { symbols } from "../eval/memory/strings.ts";
import { forceAttrs, newEnvironment, shapeOfSet, slotsInOrder, valueAt } from "../eval/memory/values.ts";

/** Where the text of an expression stands. */
const STRING = "\u00c2\u00abstring\u00c2\u00bb";

export class Scope {
  readonly #values = new Map<string, Handle>();
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  get names(): readonly string[] {
    return [...this.#values.keys()];
  }

  evaluate(text: string): Handle {
    const { code, environment } = this.#compile(text);
    return evaluate(code, environment);
  }

  /** The value is evaluated when somebody asks for it, and sees the names that are there now. */
  bind(name: string, text: string): void {
    const { code, environment } = this.#compile(text);
    this.#values.set(name, thunk(code, environment));
  }

  /** Takes the attributes of a set into scope; returns how many there are. */
  add(handle: Handle): number {
    const set = forceAttrs(handle);
    const { symbols: names } = shapeOfSet(set);
    const slots = slotsInOrder(set);
    for (const slot of slots) this.#values.set(symbols.name(names[slot]!), valueAt(set, slot));
    return slots.length;
  }

  #compile(text: string): { readonly code: Code; readonly environment: Environment } {
    const bytes = Buffer.from(text, "latin1");
    const source = { name: STRING, isFile: false, folder: this.#folder, bytes: () => bytes };
    const code = load(source, this.names);
    return { code, environment: newEnvironment([...this.#values.values()]) };
  }
}
