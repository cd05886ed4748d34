/**
 * Values as the interpreter prints them: evaluated as they are printed, with an indentation that shows what belongs to
 * what, and with an error in the place of a value that has none.
 */

import { forceDerivationPath } from "./derivation-path.ts";
import { isDerivation } from "../machine/compare.ts";
import { EvalError } from "../errors/errors.ts";
import { ATTRS, type Handle, LIST, listElement, listLength, PATH, STRING } from "../memory/heap.ts";
import { force, markMachine, unwind } from "../machine/machine.ts";
import { show } from "../errors/show.ts";
import { symbols, textOf } from "../memory/strings.ts";
import { shapeOfSet, slotsInOrder, valueAt } from "../memory/values.ts";
import { quoteName, quoteString, special } from "../../syntax/quote.ts";
import type { Palette } from "./palette.ts";

export interface PrintOptions {
  /** What lies deeper is `...`. */
  readonly levels: number;
  readonly palette: Palette;
  /** Everything on one line. */
  readonly isFlat?: boolean;
}

export function printValue(value: Handle, options: PrintOptions): string {
  return new Printer(options).print(value, 0);
}

/** Two blanks a level. */
const INDENT = "  ";

class Printer {
  readonly #options: PrintOptions;
  readonly #seen = new Set<Handle>();
  #indent = "";

  constructor(options: PrintOptions) {
    this.#options = options;
  }

  print(handle: Handle, level: number): string {
    const { palette } = this.#options;
    const mark = markMachine();
    const indent = this.#indent;
    try {
      const value = force(handle);
      switch (value & 7) {
        case ATTRS:
          return this.#set(value, level);
        case LIST:
          return this.#list(value, listLength(value) <= 2 ? handle : value, level);
        case STRING:
          return palette.string(quoteString(textOf(value)));
        case PATH:
          return palette.path(show(value));
        default: {
          const text = show(value);
          return (text.startsWith("\u00c2\u00ab") ? palette.function : palette.constant)(text);
        }
      }
    } catch (error) {
      if (!(error instanceof EvalError) || level === 0) throw error;
      unwind(mark);
      this.#indent = indent;
      return palette.error(special(`error: ${error.text}`));
    }
  }

  #set(value: Handle, level: number): string {
    const { palette, levels } = this.#options;
    if (this.#seen.has(value)) return palette.repeated(special("repeated"));
    this.#seen.add(value);
    if (isDerivation(value)) return palette.path(special(forceDerivationPath(value)));
    if (level >= levels) return "{ ... }";
    const { symbols: names } = shapeOfSet(value);
    const slots = [...slotsInOrder(value)];
    return this.#members(
      "{",
      "}",
      slots.length,
      slots.length === 1 ? valueAt(value, slots[0]!) : undefined,
      (index) => {
        const slot = slots[index]!;
        return `${quoteName(symbols.name(names[slot]!))} = ${this.print(valueAt(value, slot), level + 1)};`;
      },
    );
  }

  /** C++ Nix keeps up to two elements in the value itself, which copies of it do not share: then `identity` is the thunk. */
  #list(value: Handle, identity: Handle, level: number): string {
    const { palette, levels } = this.#options;
    const count = listLength(value);
    if (count > 0) {
      if (this.#seen.has(identity)) return palette.repeated(special("repeated"));
      this.#seen.add(identity);
    }
    if (level >= levels) return "[ ... ]";
    return this.#members("[", "]", count, count === 1 ? listElement(value, 0) : undefined, (index) =>
      this.print(listElement(value, index), level + 1),
    );
  }

  /** On one line if there is nothing in it, or one thing (`only`) that holds nothing else. */
  #members(
    open: string,
    close: string,
    count: number,
    only: Handle | undefined,
    printMember: (index: number) => string,
  ): string {
    const isShort = this.#options.isFlat === true || count === 0 || (only !== undefined && isSimple(force(only)));
    const outside = this.#indent;
    this.#indent += INDENT;
    let text = open;
    for (let index = 0; index < count; index++) text += (isShort ? " " : `\n${this.#indent}`) + printMember(index);
    this.#indent = outside;
    return `${text}${isShort ? " " : `\n${outside}`}${close}`;
  }
}

function isSimple(value: Handle): boolean {
  return (value & 7) !== ATTRS && (value & 7) !== LIST;
}
