/**
 * What led to an error, in Nix's words: the frames of the machine, and between them the operators that the trees of the
 * files tell of.
 */

import { attrPosition } from "../memory/attr-positions.ts";
import { builtinNameAt } from "../machine/builtin.ts";
import * as Op from "../code/code.ts";
import { coerce, Gathered } from "../machine/coerce.ts";
import { EvalError } from "./errors.ts";
import { ATTRS_HEADER, type Code, type Handle, heap, HeapExhausted } from "../memory/heap.ts";
import { expressionText } from "./expression-text.ts";
import * as Frame from "../machine/frames.ts";
import { placeOfCode, placeOfPosition, type SourcePlace } from "../code/link.ts";
import { underWay, unwindTo } from "../machine/machine.ts";
import { failingRemark, operatorRemark, type OperatorRemark } from "./operators-around.ts";
import { quoteName } from "../../syntax/quote.ts";
import * as Node from "../../syntax/node.ts";
import { shapeOf } from "../memory/shapes.ts";
import { type CodeInTree, SourceTrees } from "./source-trees.ts";
import { symbols } from "../memory/strings.ts";

export type TraceKind = "context" | "attribute" | "call" | "site" | "builtin" | "operator" | "note";

/** A step on the way to an error. */
export interface TraceFrame {
  readonly kind: TraceKind;
  /** Nix's words, as bytes. */
  readonly text: string;
  readonly place?: SourcePlace;
}

export interface ErrorReport {
  readonly error: EvalError;
  /** Outermost first. */
  readonly frames: readonly TraceFrame[];
  /** Where it happened, if that is in some source. */
  readonly place: SourcePlace | undefined;
}

/**
 * Reports an error that nobody has caught. Error contexts are evaluated now, from the inside out; where that fails, the
 * new error takes the place of the old, as it does in Nix. Afterwards nothing is under way any more.
 */
export function reportError(error: EvalError): ErrorReport {
  const { frames, notes } = underWay();
  const reader = new TraceReader(error, frames, notes);
  const steps = reader.read();
  for (const step of steps.toReversed()) {
    // where there is no room left, there is none for more
    if (step.context === undefined || error.kind === "limit" || error.kind === "stack-exhausted") continue;
    unwindTo(step.context.top, step.context.noteCount);
    try {
      step.text = coerce(step.context.handle, new Gathered(), { more: false, copy: false });
    } catch (inner) {
      if (inner instanceof EvalError) return reportError(inner);
      if (!(inner instanceof HeapExhausted || inner instanceof RangeError)) throw inner;
    }
  }
  unwindTo(0, 0);
  return { error, frames: steps, place: reader.place };
}

interface Step extends TraceFrame {
  text: string;
  /** The value of the text, and how much was under way when it was given. */
  readonly context?: { readonly handle: Handle; readonly top: number; readonly noteCount: number };
}

class TraceReader {
  readonly #error: EvalError;
  readonly #frames: Int32Array;
  readonly #notes: readonly Frame.Note[];
  readonly #trees = new SourceTrees();
  readonly #steps: Step[] = [];
  /** The expression that is being evaluated, as far as it is one in a source. */
  #here: Code | undefined;

  constructor(error: EvalError, frames: Int32Array, notes: readonly Frame.Note[]) {
    this.#error = error;
    this.#frames = frames;
    this.#notes = notes;
  }

  get place(): SourcePlace | undefined {
    const { at } = this.#error;
    return at === undefined ? undefined : placeOfCode(at);
  }

  read(): Step[] {
    const frames = this.#frames;
    for (let index = 0; index < frames.length;) {
      const head = frames[index]!;
      if (head > 0) {
        this.#here = Math.abs(heap[head]!);
        index++;
        continue;
      }
      const second = frames[index + 1]!;
      if (head === Frame.NOTE) this.#note(-second, index);
      else if (head === Frame.ROOT) this.#here = -second;
      else if (head === Frame.CALL) this.#called(second, undefined, index);
      else if (heap[-head] === Op.APPLY) this.#call(-head, second, index);
      else this.#selection(-head, -second, frames[index + 2] ?? 0);
      index += 2;
    }
    if (this.#error.at !== undefined) this.#failure(this.#error.at);
    return this.#steps.filter(({ place }) => place === undefined || !isInternal(place));
  }

  #add(kind: TraceKind, text: string, place: SourcePlace | undefined): void {
    this.#steps.push({ kind, text, ...(place === undefined ? {} : { place }) });
  }

  #note(noteIndex: number, top: number): void {
    const note = this.#notes[noteIndex]!;
    if (typeof note === "number") {
      this.#steps.push({ kind: "context", text: "", context: { handle: note, top, noteCount: noteIndex } });
      return;
    }
    const { text, position } = note();
    this.#add("note", text, placeOfPosition(position));
  }

  #call(code: Code, callee: number, index: number): void {
    this.#operators(code);
    if (callee !== 0) this.#called(callee, placeOfCode(code), index);
  }

  #called(callee: number, site: SourcePlace | undefined, index: number): void {
    const builtin = Frame.builtinIndex(callee);
    if (builtin >= 0) {
      const name = builtinNameAt(builtin);
      if (name !== "addErrorContext" && name !== "break")
        this.#add("builtin", `while calling the '${name}' builtin`, site);
      this.#here = undefined;
    } else if (callee === Frame.FUNCTOR) {
      this.#add("call", "while calling a functor (an attribute set with a '__functor' attribute)", site);
      this.#here = undefined;
    } else if (callee < 0) {
      const lambda = -callee;
      if (site !== undefined) this.#add("site", "from call site", site);
      // an error in the arguments comes before the call
      const isLast = index + 2 >= this.#frames.length;
      if (!(isLast && this.#error.at === lambda)) {
        const symbol = heap[lambda + 3]!;
        const name = symbol < 0 ? "anonymous lambda" : `'${symbols.name(symbol)}'`;
        this.#add("call", `while calling ${name}`, placeOfCode(lambda));
      }
      this.#here = lambda + heap[lambda + 1]!;
    }
  }

  /** A selection that evaluates a value of a set, whose thunk is the next frame. */
  #selection(code: Code, set: number, cell: number): void {
    this.#operators(code);
    const { symbols: names } = shapeOf(heap[set]!);
    const slot = names.findIndex((_, each) => heap[set + ATTRS_HEADER + each] === cell << 3);
    if (slot < 0) return;
    const place = placeOfPosition(attrPosition(set, names[slot]!));
    if (place === undefined || isInternal(place)) return;
    const path = this.#attrPath(code) ?? quoteName(symbols.name(names[slot]!));
    this.#add("attribute", `while evaluating the attribute '${path}'`, place);
  }

  /** The whole path of a selection, as it stands in the source, if there is more to it than one name. */
  #attrPath(code: Code): string | undefined {
    const found = this.#trees.find(code);
    if (found === undefined) return undefined;
    const { tree, path } = found;
    const ref = path.at(-1)!;
    if (tree.kind(ref) !== Node.Select) return undefined;
    const names = tree.children(tree.child(ref, 1)).map((name) => tree.text(name));
    return names.length === 1 ? undefined : names.join(".");
  }

  /** The operators between the start of what is being evaluated and a part of it. */
  #operators(part: Code): void {
    if (this.#here === undefined || this.#here === part) return;
    const start = this.#trees.find(this.#here);
    const end = this.#trees.find(part);
    if (start === undefined || end === undefined || start.tree !== end.tree) return;
    const from = end.path.indexOf(start.path.at(-1)!);
    if (from < 0) return;
    const { tree, path } = end;
    for (let index = from; index + 1 < path.length; index++) {
      const remark = operatorRemark(tree, path[index]!, path[index + 1]!);
      if (remark === undefined) continue;
      this.#remark(remark, end);
    }
  }

  /** The expression that fails itself. */
  #failure(code: Code): void {
    this.#operators(code);
    const { kind, text } = this.#error;
    if (kind === "assertion" && !text.startsWith("assertion '") && heap[code] === Op.ASSERT) {
      const condition = expressionText(code + heap[code + 1]!);
      this.#add("operator", `while evaluating the condition of the assertion '${condition}'`, placeOfCode(code));
    }
    if (kind !== "type" && kind !== "eval") return;
    const found = this.#trees.find(code);
    const remark = found === undefined ? undefined : failingRemark(found.tree, found.path, text);
    if (remark !== undefined) this.#remark(remark, found!);
  }

  #remark({ offset, text }: OperatorRemark, { tree, place }: CodeInTree): void {
    const at =
      offset === undefined ? undefined : { ...place, start: offset, end: offset + 1, ...tree.positions.at(offset) };
    this.#add("operator", text, at);
  }
}

function isInternal(place: SourcePlace): boolean {
  return place.origin.name.startsWith("«nix-internal»");
}
