/**
 * A syntax tree to code, in one pass: attribute sets are merged, variables become a depth and a slot, and every
 * expression becomes one record behind those of its children (see `code.ts`). Literals, variables and functions that
 * are passed on cost no thunk later, because the evaluator sees by the record that their value is already there.
 */

import { enlarged } from "../../syntax/enlarged.ts";
import { Diagnostics } from "../../syntax/diagnostics.ts";
import * as Node from "../../syntax/node.ts";
import { AttrTable, type AttrDefinition, type AttrValue } from "../../syntax/scope/attrs.ts";
import { Merger } from "../../syntax/scope/merge.ts";
import { GLOBAL, NO_VARIABLE, type Scopes } from "../../syntax/scope/scopes.ts";
import { indentedPieces, stringTextValue } from "../../syntax/strings.ts";
import { TokenNames } from "../../syntax/scope/token-names.ts";
import type { Symbol } from "../../syntax/symbols.ts";
import * as Token from "../../syntax/token.ts";
import { NONE, type Ref, type Tree } from "../../syntax/tree.ts";
import * as Op from "./code.ts";
import { INTEGER, LARGEST_INLINE } from "../memory/heap.ts";
import { UnitWriter } from "./unit-writer.ts";
import type { Unit } from "./unit.ts";

/**
 * The code of a file, good until the next one is compiled; nothing if Nix would not accept it. What is wrong then is not worth
 * knowing here: `analyze` tells.
 */
export function compile(
  tree: Tree,
  scopes: Scopes,
  names = new TokenNames(tree, scopes.symbols),
  outerNames: readonly string[] = [],
): Unit | undefined {
  const compiler = new Compiler(tree, scopes, names, new UnitWriter(false));
  const unit = compiler.file(outerNames);
  return compiler.accepted ? unit : undefined;
}

/**
 * Which range of the file each record was made from: its address and the range, in ascending order of addresses. It is
 * found by compiling once more, because hardly anybody asks and it would be as large as the code.
 */
export function rangesOfCode(tree: Tree, scopes: Scopes, outerNames: readonly string[] = []): Int32Array {
  const writer = new UnitWriter(true);
  new Compiler(tree, scopes, new TokenNames(tree, scopes.symbols), writer).file(outerNames);
  return writer.ranges();
}

const BACKSLASH = 92;
const CARRIAGE_RETURN = 13;

const binaryOperators: Readonly<Record<Token.TokenKind, number>> = {
  [Token.And]: Op.AND,
  [Token.Or]: Op.OR,
  [Token.Implies]: Op.IMPLIES,
  [Token.Equal]: Op.EQUAL,
  [Token.NotEqual]: Op.NOT_EQUAL,
  [Token.Plus]: Op.ADD,
  [Token.Update]: Op.UPDATE,
  [Token.Concat]: Op.CONCAT,
};

/** Operators that Nix turns into calls of a variable, which a file may define itself. */
const calledOperators: Readonly<Record<Token.TokenKind, { readonly op: number; readonly name: string }>> = {
  [Token.Minus]: { op: Op.SUBTRACT, name: "__sub" },
  [Token.Star]: { op: Op.MULTIPLY, name: "__mul" },
  [Token.Slash]: { op: Op.DIVIDE, name: "__div" },
  [Token.Less]: { op: Op.LESS, name: "__lessThan" },
  [Token.LessEqual]: { op: Op.LESS_EQUAL, name: "__lessThan" },
  [Token.Greater]: { op: Op.GREATER, name: "__lessThan" },
  [Token.GreaterEqual]: { op: Op.GREATER_EQUAL, name: "__lessThan" },
};

// room that is kept from file to file, as the parser's is
let waiting = new Int32Array(1024);
let levels = new Int32Array(1024);
let slots = new Int32Array(1024);

class Compiler {
  readonly #tree: Tree;
  readonly #scopes: Scopes;
  readonly #names: TokenNames;
  readonly #merger: Merger;
  readonly #diagnostics = new Diagnostics();
  readonly #unit: UnitWriter;
  /** Where the variables live that are in scope: the level of the environment, and the slot there. */
  #levels = levels;
  #slots = slots;
  #bound = 0;
  /** How many environments are around the current expression. */
  #level = 0;
  /** The levels of the `with`s among them, from the outside in. */
  readonly #withs: number[] = [];
  /** Addresses of records that wait for the one around them; behind that of a value, where it is evaluated. */
  #pending = waiting;
  #pendingCount = 0;
  /** Whether nothing was found that Nix refuses. */
  #sound = true;
  /** The name that a binding gives to the function behind its `=`. */
  #functionName: Symbol = -1;

  constructor(tree: Tree, scopes: Scopes, names: TokenNames, unit: UnitWriter) {
    this.#tree = tree;
    this.#scopes = scopes;
    this.#names = names;
    this.#unit = unit;
    this.#merger = new Merger(tree, names, this.#diagnostics);
  }

  get accepted(): boolean {
    return this.#sound && this.#diagnostics.list.length === 0;
  }

  file(outerNames: readonly string[]): Unit {
    const tree = this.#tree;
    const scope = this.#scopes.open();
    if (outerNames.length > 0) {
      this.#level = 1;
      outerNames.forEach((name, slot) => this.#bind(this.#scopes.symbols.ofName(name), 1, slot));
    }
    const entry = this.#expression(tree.child(tree.root, 0));
    this.#scopes.close(scope);
    return this.#unit.finish(entry);
  }

  // ---- writing records

  #record(op: number, words: number, ref: Ref): number {
    const unit = this.#unit;
    return unit.withRanges
      ? unit.recordAt(op, words, this.#tree.start(ref), this.#tree.end(ref))
      : unit.record(op, words);
  }

  #string(text: string, ref: Ref): number {
    const address = this.#record(Op.STRING_LITERAL, 2, ref);
    this.#unit.text(address + 1, text);
    return address;
  }

  /** A text that stands for itself. */
  #verbatim(op: number, ref: Ref, start: number, end: number): number {
    const address = this.#record(op, 2, ref);
    this.#unit.bytes(address + 1, this.#tree.source, start, end);
    return address;
  }

  #integer(value: bigint, ref: Ref): number {
    if (value <= LARGEST_INLINE) {
      const address = this.#record(Op.CONSTANT, 1, ref);
      this.#unit.words[address + 1] = (Number(value) << 3) | INTEGER;
      return address;
    }
    const address = this.#record(Op.INTEGER_LITERAL, 2, ref);
    this.#unit.words[address + 1] = Number(BigInt.asIntN(32, value));
    this.#unit.words[address + 2] = Number(BigInt.asIntN(32, value >> 32n));
    return address;
  }

  #float(value: number, ref: Ref): number {
    const address = this.#record(Op.FLOAT_LITERAL, 2, ref);
    const halves = new Int32Array(Float64Array.of(value).buffer);
    this.#unit.words[address + 1] = halves[0]!;
    this.#unit.words[address + 2] = halves[1]!;
    return address;
  }

  #global(symbol: Symbol, ref: Ref): number {
    const address = this.#record(Op.CONSTANT, 1, ref);
    this.#unit.global(address + 1, symbol);
    return address;
  }

  #node1(op: number, ref: Ref, first: number): number {
    const address = this.#record(op, 1, ref);
    this.#unit.words[address + 1] = first - address;
    return address;
  }

  #node2(op: number, ref: Ref, first: number, second: number): number {
    const address = this.#record(op, 2, ref);
    const { words } = this.#unit;
    words[address + 1] = first - address;
    words[address + 2] = second - address;
    return address;
  }

  #node3(op: number, ref: Ref, first: number, second: number, third: number): number {
    const address = this.#record(op, 3, ref);
    const { words } = this.#unit;
    words[address + 1] = first - address;
    words[address + 2] = second - address;
    words[address + 3] = third - address;
    return address;
  }

  #wait(address: number): void {
    if (this.#pendingCount === this.#pending.length) this.#pending = waiting = enlarged(waiting);
    this.#pending[this.#pendingCount++] = address;
  }

  #waitWith(address: number, more: number): void {
    this.#wait(address);
    this.#wait(more);
  }

  /** A record of the children that have waited since there were `from`; the first word counts them but for some. */
  #nodes(op: number, ref: Ref, from: number, uncounted = 0): number {
    const pending = this.#pending;
    const count = this.#pendingCount - from;
    const address = this.#record(op, count + 1, ref);
    const { words } = this.#unit;
    words[address + 1] = count - uncounted;
    for (let index = 0; index < count; index++) words[address + 2 + index] = pending[from + index]! - address;
    this.#pendingCount = from;
    return address;
  }

  // ---- expressions

  #expression(ref: Ref): number {
    const tree = this.#tree;
    const name = this.#functionName;
    this.#functionName = -1;
    switch (tree.kind(ref)) {
      case Token.Identifier:
        return this.#variable(this.#names.ofToken(~ref), ref);
      case Token.Integer:
        return this.#integer(BigInt(tree.text(ref)), ref);
      case Token.Float:
        return this.#float(Number(tree.text(ref)), ref);
      case Token.Path:
      case Token.HomePath:
        return this.#verbatim(Op.PATH_LITERAL, ref, tree.start(ref), tree.end(ref));
      case Token.SearchPath: {
        const searchPath = this.#variable(this.#named("__nixPath"), ref);
        const name = this.#verbatim(Op.STRING_LITERAL, ref, tree.start(ref) + 1, tree.end(ref) - 1);
        return this.#call("__findFile", searchPath, name, ref);
      }
      case Token.Uri:
        return this.#verbatim(Op.STRING_LITERAL, ref, tree.start(ref), tree.end(ref));
      case Node.String:
        return this.#stringLiteral(ref);
      case Node.IndentedString:
        return this.#indentedString(ref);
      case Node.InterpolatedPath:
        return this.#interpolatedPath(ref);
      case Node.Interpolation:
        return this.#expression(tree.child(ref, 0));
      case Node.Paren:
        this.#functionName = name;
        return this.#expression(tree.child(ref, 0));
      case Node.List: {
        const from = this.#pendingCount;
        for (let index = 0, count = tree.childCount(ref); index < count; index++) {
          this.#wait(this.#expression(tree.child(ref, index)));
        }
        return this.#nodes(Op.LIST, ref, from);
      }
      case Node.AttrSet:
        return this.#table(this.#merger.table(ref), ref);
      case Node.LegacyLet: {
        const set = this.#table(this.#merger.table(ref), ref);
        return this.#select(set, this.#named("body"), ref);
      }
      case Node.Select:
        return this.#selection(ref);
      case Node.HasAttr:
        return this.#hasAttr(ref);
      case Node.ApplyOr: {
        const callee = this.#expression(tree.child(ref, 0));
        const argument = tree.child(ref, 1);
        return this.#apply(ref, callee, this.#variable(this.#names.ofToken(~argument), argument));
      }
      case Node.Apply: {
        const from = this.#pendingCount;
        for (let index = 0, count = tree.childCount(ref); index < count; index++) {
          this.#wait(this.#expression(tree.child(ref, index)));
        }
        return this.#nodes(Op.APPLY, ref, from, 1);
      }
      case Node.Unary:
        return this.#unary(ref);
      case Node.Binary:
        return this.#binary(ref);
      case Node.Lambda:
        return this.#lambda(ref, name);
      case Node.Let:
        return this.#let(ref);
      case Node.If:
        return this.#node3(
          Op.IF,
          ref,
          this.#expression(tree.child(ref, 0)),
          this.#expression(tree.child(ref, 1)),
          this.#expression(tree.child(ref, 2)),
        );
      case Node.Assert:
        return this.#node2(Op.ASSERT, ref, this.#expression(tree.child(ref, 0)), this.#expression(tree.child(ref, 1)));
      case Node.With:
        return this.#with(ref);
      default:
        throw new Error(`no code for ${Node.kindName(tree.kind(ref))}`);
    }
  }
  // ---- variables

  #named(name: string): Symbol {
    return this.#scopes.symbols.ofName(name);
  }

  #variable(symbol: Symbol, ref: Ref): number {
    const meaning = this.#scopes.meaning(symbol);
    if (meaning === GLOBAL) {
      if (symbol !== this.#named("__curPos")) return this.#global(symbol, ref);
      const address = this.#record(Op.CURRENT_POSITION, 1, ref);
      this.#unit.words[address + 1] = this.#tree.start(ref);
      return address;
    }
    if (meaning === NO_VARIABLE) return this.#unbound(symbol, ref);
    const slot = this.#slots[meaning - 1]!;
    const depth = this.#level - this.#levels[meaning - 1]!;
    if (depth === 0) return this.#local(slot, ref);
    const address = this.#record(Op.OUTER, 2, ref);
    this.#unit.words[address + 1] = depth;
    this.#unit.words[address + 2] = slot;
    return address;
  }

  #local(slot: number, ref: Ref): number {
    const address = this.#record(Op.LOCAL, 1, ref);
    this.#unit.words[address + 1] = slot;
    return address;
  }

  /** A name that nothing defines: to be looked up in the `with`s, if there are any. */
  #unbound(symbol: Symbol, ref: Ref): number {
    if (this.#withs.length === 0) {
      this.#sound = false;
      const address = this.#record(Op.UNDEFINED, 1, ref);
      this.#unit.symbol(address + 1, symbol);
      return address;
    }
    const count = this.#withs.length;
    const address = this.#record(Op.WITH_LOOKUP, 2 + count, ref);
    const { words } = this.#unit;
    this.#unit.symbol(address + 1, symbol);
    words[address + 2] = count;
    for (let index = 0; index < count; index++) {
      words[address + 2 + count - index] = this.#level - this.#withs[index]!;
    }
    return address;
  }

  #bind(symbol: Symbol, level: number, slot: number): void {
    if (this.#bound === this.#levels.length) {
      this.#levels = levels = enlarged(levels);
      this.#slots = slots = enlarged(slots);
    }
    this.#levels[this.#bound] = level;
    this.#slots[this.#bound] = slot;
    this.#scopes.bind(symbol, ++this.#bound);
  }

  // ---- strings and paths

  #stringText(token: Ref): number {
    const tree = this.#tree;
    const start = tree.start(token);
    const end = tree.end(token);
    for (let at = start; at < end; at++) {
      const byte = tree.source[at];
      if (byte === BACKSLASH || byte === CARRIAGE_RETURN) return this.#string(stringTextValue(tree, token), token);
    }
    return this.#verbatim(Op.STRING_LITERAL, token, start, end);
  }

  #stringLiteral(ref: Ref): number {
    const tree = this.#tree;
    const count = tree.childCount(ref);
    if (count === 0) return this.#string("", ref);
    if (count === 1 && tree.isToken(tree.child(ref, 0))) return this.#stringText(tree.child(ref, 0));
    const from = this.#pendingCount;
    for (let index = 0; index < count; index++) {
      const piece = tree.child(ref, index);
      this.#wait(tree.isToken(piece) ? this.#stringText(piece) : this.#expression(piece));
    }
    return this.#nodes(Op.JOIN_STRING, ref, from);
  }

  #indentedString(ref: Ref): number {
    const pieces = indentedPieces(this.#tree, ref);
    if (pieces.length === 0) return this.#string("", ref);
    const first = pieces[0]!;
    if (pieces.length === 1 && typeof first.value === "string") return this.#string(first.value, ref);
    const from = this.#pendingCount;
    for (const piece of pieces) {
      const { value } = piece;
      this.#wait(typeof value === "string" ? this.#string(value, piece.ref) : this.#expression(value));
    }
    return this.#nodes(Op.JOIN_STRING, ref, from);
  }

  #interpolatedPath(ref: Ref): number {
    const tree = this.#tree;
    const from = this.#pendingCount;
    for (let index = 0, count = tree.childCount(ref); index < count; index++) {
      const piece = tree.child(ref, index);
      const isText = index > 0 && tree.isToken(piece);
      this.#wait(
        isText ? this.#verbatim(Op.STRING_LITERAL, piece, tree.start(piece), tree.end(piece)) : this.#expression(piece),
      );
    }
    return this.#nodes(Op.JOIN_PATH, ref, from);
  }

  // ---- selections

  #select(subject: number, symbol: Symbol, ref: Ref): number {
    const address = this.#record(Op.SELECT, 4, ref);
    const { words } = this.#unit;
    this.#unit.symbol(address + 1, symbol);
    words[address + 2] = -1;
    words[address + 3] = 0;
    words[address + 4] = subject - address;
    return address;
  }

  #selection(ref: Ref): number {
    const tree = this.#tree;
    const path = tree.child(ref, 1);
    const fallback = tree.child(ref, 2);
    let subject = this.#expression(tree.child(ref, 0));
    if (fallback !== NONE) {
      const otherwise = this.#expression(fallback);
      return this.#namesRecord(Op.SELECT_OR, ref, [otherwise, subject], path);
    }
    for (let index = 0, count = tree.childCount(path); index < count; index++) {
      const name = tree.child(path, index);
      const symbol = this.#names.ofAttribute(name);
      subject =
        symbol >= 0
          ? this.#select(subject, symbol, ref)
          : this.#node2(Op.SELECT_COMPUTED, ref, this.#expression(name), subject);
    }
    return subject;
  }

  #hasAttr(ref: Ref): number {
    return this.#namesRecord(Op.HAS, ref, [this.#expression(this.#tree.child(ref, 0))], this.#tree.child(ref, 1));
  }

  /** A record of some children, and the names of a path, each a symbol or computed. */
  #namesRecord(op: number, ref: Ref, children: readonly number[], path: Ref): number {
    const tree = this.#tree;
    const count = tree.childCount(path);
    const symbols: Symbol[] = [];
    const computed: number[] = [];
    for (let index = 0; index < count; index++) {
      const name = tree.child(path, index);
      const symbol = this.#names.ofAttribute(name);
      symbols.push(symbol);
      computed.push(symbol >= 0 ? 0 : this.#expression(name));
    }
    const address = this.#record(op, children.length + 1 + count * 2, ref);
    const { words } = this.#unit;
    let word = address + 1;
    for (const child of children) words[word++] = child - address;
    words[word++] = count;
    for (let index = 0; index < count; index++) {
      this.#unit.symbol(word++, symbols[index]!);
      words[word++] = symbols[index]! >= 0 ? 0 : computed[index]! - address;
    }
    return address;
  }

  // ---- calls and operators

  #apply(ref: Ref, callee: number, argument: number): number {
    const from = this.#pendingCount;
    this.#wait(callee);
    this.#wait(argument);
    return this.#nodes(Op.APPLY, ref, from, 1);
  }

  /** A call of a variable that Nix's grammar implies. */
  #call(name: string, first: number, second: number, ref: Ref): number {
    const callee = this.#variable(this.#named(name), ref);
    const from = this.#pendingCount;
    this.#wait(callee);
    this.#wait(first);
    this.#wait(second);
    return this.#nodes(Op.APPLY, ref, from, 1);
  }

  #isGlobal(name: string): boolean {
    return this.#scopes.meaning(this.#scopes.symbols.ofName(name)) === GLOBAL;
  }

  #unary(ref: Ref): number {
    const tree = this.#tree;
    const operand = this.#expression(tree.child(ref, 1));
    if (tree.kind(tree.child(ref, 0)) === Token.Not) return this.#node1(Op.NOT, ref, operand);
    if (this.#isGlobal("__sub")) return this.#node1(Op.NEGATE, ref, operand);
    return this.#call("__sub", this.#integer(0n, ref), operand, ref);
  }

  #binary(ref: Ref): number {
    const tree = this.#tree;
    const operator = tree.kind(tree.child(ref, 1));
    const left = this.#expression(tree.child(ref, 0));
    const right = this.#expression(tree.child(ref, 2));
    if (operator === Token.PipeInto) return this.#apply(ref, right, left);
    if (operator === Token.PipeFrom) return this.#apply(ref, left, right);
    const op = binaryOperators[operator];
    if (op !== undefined) return this.#node2(op, ref, left, right);
    const called = calledOperators[operator]!;
    if (this.#isGlobal(called.name)) return this.#node2(called.op, ref, left, right);
    const swapped = operator === Token.LessEqual || operator === Token.Greater;
    const call = swapped ? this.#call(called.name, right, left, ref) : this.#call(called.name, left, right, ref);
    const negated = operator === Token.LessEqual || operator === Token.GreaterEqual;
    return negated ? this.#node1(Op.NOT, ref, call) : call;
  }

  // ---- functions

  #lambda(ref: Ref, functionName: Symbol): number {
    const tree = this.#tree;
    const name = tree.child(ref, 0);
    const formals = tree.child(ref, 1);
    const argument = name === NONE ? -1 : this.#names.ofToken(~name);
    const scope = this.#scopes.open();
    const level = ++this.#level;
    if (argument >= 0) this.#bind(argument, level, 0);
    const formalRefs = formals === NONE ? [] : tree.children(formals).filter((each) => tree.kind(each) === Node.Formal);
    const ellipsis = formals !== NONE && formalRefs.length < tree.childCount(formals);
    const symbols: Symbol[] = [];
    for (const each of formalRefs) {
      const symbol = this.#names.ofToken(~tree.child(each, 0));
      const meaning = this.#scopes.meaning(symbol);
      if (meaning > 0 && this.#levels[meaning - 1] === level) this.#sound = false; // named twice
      this.#bind(symbol, level, (argument >= 0 ? 1 : 0) + symbols.length);
      symbols.push(symbol);
    }
    const fallbacks: number[] = [];
    for (const each of formalRefs) {
      const fallback = tree.child(each, 1);
      fallbacks.push(fallback === NONE ? -1 : this.#expression(fallback));
    }
    // the functions that a function returns at once have its name, too
    this.#functionName = functionName;
    const body = this.#expression(tree.child(ref, 2));
    this.#level--;
    this.#scopes.close(scope);

    const address = this.#record(Op.LAMBDA, 6 + formalRefs.length * 4, ref);
    const { words } = this.#unit;
    words[address + 1] = body - address;
    this.#unit.symbol(address + 2, argument);
    this.#unit.symbol(address + 3, functionName);
    words[address + 4] = ellipsis ? 1 : 0;
    words[address + 5] = formals === NONE ? -1 : formalRefs.length;
    words[address + 6] = -1;
    for (let index = 0, word = address + 7; index < formalRefs.length; index++, word += 4) {
      this.#unit.symbol(word, symbols[index]!);
      words[word + 1] = fallbacks[index]! < 0 ? 0 : fallbacks[index]! - address;
      words[word + 2] = -1;
      words[word + 3] = tree.start(formalRefs[index]!);
    }
    return address;
  }

  #let(ref: Ref): number {
    const table = this.#merger.table(ref);
    if (table.dynamic.length > 0) this.#sound = false;
    const scope = this.#scopes.open();
    const from = this.#recursiveValues(table);
    const body = this.#expression(this.#tree.child(ref, 0));
    this.#level--;
    this.#scopes.close(scope);
    const sources = table.sources.length;
    const values = table.definitions.length;
    const address = this.#record(Op.LET, 3 + sources + values, ref);
    const { words } = this.#unit;
    words[address + 1] = body - address;
    words[address + 2] = sources;
    words[address + 3] = values;
    for (let index = 0; index < sources; index++) words[address + 4 + index] = this.#source(from, index, address);
    for (let index = 0; index < values; index++) {
      words[address + 4 + sources + index] = this.#valueWord(from + sources, index, address);
    }
    this.#pendingCount = from;
    return address;
  }

  #with(ref: Ref): number {
    const tree = this.#tree;
    const scope = this.#expression(tree.child(ref, 0));
    this.#withs.push(++this.#level);
    const body = this.#expression(tree.child(ref, 1));
    this.#withs.pop();
    this.#level--;
    return this.#node2(Op.WITH, ref, scope, body);
  }

  // ---- attribute sets

  #table(table: AttrTable, ref: Ref): number {
    if (!table.recursive) return this.#finishTable(Op.ATTRS, table, this.#values(table), ref);
    const scope = this.#scopes.open();
    const address = this.#finishTable(Op.REC_ATTRS, table, this.#recursiveValues(table), ref);
    this.#level--;
    this.#scopes.close(scope);
    return address;
  }

  /** The record of a set of which the sources and the values have waited since there were `from`. */
  #finishTable(op: number, table: AttrTable, from: number, ref: Ref): number {
    const { definitions, dynamic } = table;
    const sources = table.sources.length;
    const behind = this.#pendingCount;
    // computed attributes are evaluated where the values of the set are
    for (const { name, value } of dynamic) {
      const computed = this.#expression(name);
      this.#waitWith(computed, this.#value(value, -1));
    }

    const set = this.#record(op, 4 + sources + definitions.length * 2, ref);
    const unit = this.#unit;
    const { words } = unit;
    words[set + 1] = -1;
    words[set + 2] = sources;
    words[set + 3] = definitions.length;
    words[set + 4] = unit.offsetCount;
    for (let index = 0; index < sources; index++) words[set + 5 + index] = this.#source(from, index, set);
    for (let index = 0, word = set + 5 + sources; index < definitions.length; index++) {
      const { symbol, name } = definitions[index]!;
      words[word++] = this.#valueWord(from + sources, index, set);
      unit.symbol(word++, symbol); // the slot, once the shape is known
      unit.offset(this.#tree.start(name));
    }
    const overrides = op === Op.REC_ATTRS ? table.find(this.#named("__overrides")) : undefined;
    const isWhole = dynamic.length === 0 && overrides === undefined;
    const address = isWhole
      ? set
      : this.#computedAttrs(set, table, overrides === undefined ? -1 : definitions.indexOf(overrides), behind, ref);
    this.#pendingCount = from;
    return address;
  }

  /** The record around that of a set: the names and values of its computed attributes have waited since there were `from`. */
  #computedAttrs(set: number, { dynamic }: AttrTable, overrides: number, from: number, ref: Ref): number {
    const unit = this.#unit;
    const address = this.#record(Op.COMPUTED_ATTRS, 3 + dynamic.length * 3, ref);
    unit.words[address + 1] = set - address;
    unit.words[address + 2] = overrides;
    unit.words[address + 3] = dynamic.length;
    dynamic.forEach(({ name }, index) => {
      const entry = address + 4 + index * 3;
      unit.words[entry] = this.#pending[from + index * 2]! - address;
      unit.words[entry + 1] = this.#pending[from + index * 2 + 1]! - address;
      unit.position(entry + 2, this.#tree.start(name));
    });
    return address;
  }

  #source(from: number, index: number, address: number): number {
    return this.#pending[from + index]! - address;
  }

  #valueWord(from: number, index: number, address: number): number {
    const place = from + index * 2;
    return ((this.#pending[place]! - address) << 2) | this.#pending[place + 1]!;
  }

  /** As for `#values`, of a `let` or a recursive set. Leaves its environment open: the body may follow. */
  #recursiveValues(table: AttrTable): number {
    // `inherit a;` means the `a` outside, so it is compiled before the names of the set exist
    const inherited: number[] = [];
    for (const definition of table.definitions) {
      if (definition.origin === "inherit") inherited.push(this.#inherited(definition));
    }
    const level = ++this.#level;
    table.definitions.forEach(({ symbol }, slot) => this.#bind(symbol, level, slot));
    return this.#values(table, inherited);
  }

  /**
   * Has the sources of a set wait, and then of each of its values the address and where it is evaluated; returns how many
   * waited before. What is inherited may be compiled already.
   */
  #values(table: AttrTable, inherited?: readonly number[]): number {
    const from = this.#pendingCount;
    for (const source of table.sources) this.#wait(this.#expression(source));
    let next = 0;
    for (const definition of table.definitions) {
      switch (definition.origin) {
        case "inherit": {
          const address = inherited === undefined ? this.#inherited(definition) : inherited[next++]!;
          this.#waitWith(address, inherited === undefined ? Op.IN_OWN : Op.IN_OUTER);
          break;
        }
        case "inherit-from": {
          const source = this.#local(definition.source, definition.name);
          this.#waitWith(this.#select(source, definition.symbol, definition.name), Op.IN_SOURCES);
          break;
        }
        case "value":
          this.#waitWith(this.#value(definition.value, definition.symbol), Op.IN_OWN);
      }
    }
    return from;
  }

  #value(value: AttrValue, name: Symbol): number {
    if (value instanceof AttrTable) return this.#table(value, value.ref);
    this.#functionName = name;
    return this.#expression(value);
  }

  #inherited({ symbol, name }: AttrDefinition): number {
    // `__curPos` is no variable but an expression of its own, which `inherit` does not know
    const isPosition = symbol === this.#named("__curPos") && this.#scopes.meaning(symbol) === GLOBAL;
    return isPosition ? this.#unbound(symbol, name) : this.#variable(symbol, name);
  }
}
