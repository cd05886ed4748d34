/**
 * A syntax tree to code, in one pass: attribute sets are merged, variables become a depth and a slot, and every
 * expression becomes one record behind those of its children (see `code.ts`). Literals, variables and functions that
 * are passed on cost no thunk later, because the evaluator sees by the record that their value is already there.
 */

import { Diagnostics } from "../syntax/diagnostics.ts";
import * as Node from "../syntax/node.ts";
import { AttrTable, type AttrDefinition, type AttrValue } from "../syntax/scope/attrs.ts";
import { Merger } from "../syntax/scope/merge.ts";
import { GLOBAL, NO_VARIABLE, type Scopes } from "../syntax/scope/scopes.ts";
import { indentedPieces, stringTextValue } from "../syntax/strings.ts";
import type { Symbol } from "../syntax/symbols.ts";
import * as Token from "../syntax/token.ts";
import { NONE, type Ref, type Tree } from "../syntax/tree.ts";
import * as Op from "./code.ts";
import {
  LINK_FLOAT,
  LINK_GLOBAL,
  LINK_INTEGER,
  LINK_PATH,
  LINK_POSITION,
  LINK_STRING,
  LINK_SYMBOL,
  type Unit,
  type UnitShape,
} from "./unit.ts";

/**
 * The code of a file; nothing if Nix would not accept it. What is wrong then is not worth knowing here: `analyze` tells.
 */
export function compile(tree: Tree, scopes: Scopes, outerNames: readonly string[] = []): Unit | undefined {
  const compiler = new Compiler(tree, scopes);
  const unit = compiler.file(outerNames);
  return compiler.accepted ? unit : undefined;
}

/** The words of one unit while it grows. Kept from file to file, as the parser's buffers are. */
let buffer = new Int32Array(1 << 16);

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

/** Where a variable lives: the level of its environment, counted from the outside, and its slot there. */
interface Place {
  readonly level: number;
  readonly slot: number;
}

class Compiler {
  readonly #tree: Tree;
  readonly #scopes: Scopes;
  readonly #merger: Merger;
  readonly #diagnostics = new Diagnostics();
  #used = 0;
  readonly #places: Place[] = [];
  /** How many environments are around the current expression. */
  #level = 0;
  /** The levels of the `with`s among them, from the outside in. */
  readonly #withs: number[] = [];
  readonly #links: number[] = [];
  readonly #ranges: number[] = [];
  readonly #symbols = new Interned<Symbol>();
  readonly #strings = new Interned<string>();
  readonly #paths = new Interned<string>();
  readonly #integers: bigint[] = [];
  readonly #floats: number[] = [];
  readonly #shapes: UnitShape[] = [];
  /** Whether nothing was found that Nix refuses. */
  #sound = true;
  /** The name that a binding gives to the function behind its `=`. */
  #functionName: Symbol = -1;

  constructor(tree: Tree, scopes: Scopes) {
    this.#tree = tree;
    this.#scopes = scopes;
    this.#merger = new Merger(tree, scopes.symbols, this.#diagnostics);
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
    const words = buffer.slice(0, this.#used);
    if (buffer.length > 1 << 22) buffer = new Int32Array(1 << 16);
    return {
      words,
      entry,
      links: Int32Array.from(this.#links),
      names: this.#symbols.list.map((symbol) => this.#scopes.symbols.name(symbol)),
      strings: this.#strings.list,
      paths: this.#paths.list,
      integers: this.#integers,
      floats: this.#floats,
      shapes: this.#shapes,
      ranges: Int32Array.from(this.#ranges),
    };
  }

  // ---- writing records

  #record(op: number, words: number, ref: Ref): number {
    const address = this.#used;
    this.#used = address + words + 1;
    while (this.#used > buffer.length) {
      const larger = new Int32Array(buffer.length * 2);
      larger.set(buffer);
      buffer = larger;
    }
    buffer[address] = op;
    this.#ranges.push(address, this.#tree.start(ref), this.#tree.end(ref));
    return address;
  }

  #link(word: number, kind: number, target: number): void {
    this.#links.push(word, kind, target);
  }

  #symbol(word: number, symbol: Symbol): void {
    if (symbol < 0) buffer[word] = -1;
    else this.#link(word, LINK_SYMBOL, this.#symbols.index(symbol));
  }

  #constant(kind: number, target: number, ref: Ref): number {
    const address = this.#record(Op.CONSTANT, 1, ref);
    this.#link(address + 1, kind, target);
    return address;
  }

  #string(text: string, ref: Ref): number {
    return this.#constant(LINK_STRING, this.#strings.index(text), ref);
  }

  #global(name: string, ref: Ref): number {
    return this.#constant(LINK_GLOBAL, this.#symbols.index(this.#scopes.symbols.ofName(name)), ref);
  }

  #node1(op: number, ref: Ref, first: number): number {
    const address = this.#record(op, 1, ref);
    buffer[address + 1] = first - address;
    return address;
  }

  #node2(op: number, ref: Ref, first: number, second: number): number {
    const address = this.#record(op, 2, ref);
    buffer[address + 1] = first - address;
    buffer[address + 2] = second - address;
    return address;
  }

  #node3(op: number, ref: Ref, first: number, second: number, third: number): number {
    const address = this.#record(op, 3, ref);
    buffer[address + 1] = first - address;
    buffer[address + 2] = second - address;
    buffer[address + 3] = third - address;
    return address;
  }

  #nodes(op: number, ref: Ref, children: readonly number[]): number {
    const address = this.#record(op, children.length + 1, ref);
    buffer[address + 1] = children.length;
    for (let index = 0; index < children.length; index++) buffer[address + 2 + index] = children[index]! - address;
    return address;
  }

  // ---- expressions

  #expression(ref: Ref): number {
    const tree = this.#tree;
    const name = this.#functionName;
    this.#functionName = -1;
    switch (tree.kind(ref)) {
      case Token.Identifier:
        return this.#variable(tree.text(ref), ref);
      case Token.Integer:
        this.#integers.push(BigInt(tree.text(ref)));
        return this.#constant(LINK_INTEGER, this.#integers.length - 1, ref);
      case Token.Float:
        this.#floats.push(Number(tree.text(ref)));
        return this.#constant(LINK_FLOAT, this.#floats.length - 1, ref);
      case Token.Path:
      case Token.HomePath:
        return this.#constant(LINK_PATH, this.#paths.index(tree.text(ref)), ref);
      case Token.SearchPath:
        return this.#call(
          "__findFile",
          [this.#variable("__nixPath", ref), this.#string(tree.text(ref).slice(1, -1), ref)],
          ref,
        );
      case Token.Uri:
        return this.#string(tree.text(ref), ref);
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
      case Node.List:
        return this.#nodes(
          Op.LIST,
          ref,
          tree.children(ref).map((element) => this.#expression(element)),
        );
      case Node.AttrSet:
        return this.#table(this.#merger.table(ref), ref);
      case Node.LegacyLet: {
        const set = this.#table(this.#merger.table(ref), ref);
        return this.#select(set, this.#scopes.symbols.ofName("body"), ref);
      }
      case Node.Select:
        return this.#selection(ref);
      case Node.HasAttr:
        return this.#hasAttr(ref);
      case Node.ApplyOr: {
        const callee = this.#expression(tree.child(ref, 0));
        return this.#apply(ref, [callee, this.#variable("or", tree.child(ref, 1))]);
      }
      case Node.Apply:
        return this.#apply(
          ref,
          tree.children(ref).map((child) => this.#expression(child)),
        );
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

  #variable(name: string, ref: Ref): number {
    const symbol = this.#scopes.symbols.ofName(name);
    const meaning = this.#scopes.meaning(symbol);
    if (meaning === GLOBAL) {
      if (name !== "__curPos") return this.#global(name, ref);
      const address = this.#record(Op.CURRENT_POSITION, 1, ref);
      this.#link(address + 1, LINK_POSITION, this.#tree.start(ref));
      return address;
    }
    if (meaning === NO_VARIABLE) return this.#unbound(symbol, ref);
    const { level, slot } = this.#places[meaning - 1]!;
    const depth = this.#level - level;
    if (depth === 0) {
      const address = this.#record(Op.LOCAL, 1, ref);
      buffer[address + 1] = slot;
      return address;
    }
    const address = this.#record(Op.OUTER, 2, ref);
    buffer[address + 1] = depth;
    buffer[address + 2] = slot;
    return address;
  }

  /** A name that nothing defines: to be looked up in the `with`s, if there are any. */
  #unbound(symbol: Symbol, ref: Ref): number {
    if (this.#withs.length === 0) {
      this.#sound = false;
      const address = this.#record(Op.UNDEFINED, 1, ref);
      this.#symbol(address + 1, symbol);
      return address;
    }
    const count = this.#withs.length;
    const address = this.#record(Op.WITH_LOOKUP, 2 + count, ref);
    this.#symbol(address + 1, symbol);
    buffer[address + 2] = count;
    this.#withs.forEach((level, index) => (buffer[address + 2 + count - index] = this.#level - level));
    return address;
  }

  #bind(symbol: Symbol, level: number, slot: number): void {
    this.#places.push({ level, slot });
    this.#scopes.bind(symbol, this.#places.length);
  }

  // ---- strings and paths

  #stringLiteral(ref: Ref): number {
    const tree = this.#tree;
    const pieces = tree.children(ref);
    if (pieces.length === 0) return this.#string("", ref);
    if (pieces.length === 1 && tree.isToken(pieces[0]!)) return this.#string(stringTextValue(tree, pieces[0]!), ref);
    const addresses = pieces.map((piece) =>
      tree.isToken(piece) ? this.#string(stringTextValue(tree, piece), piece) : this.#expression(piece),
    );
    return this.#nodes(Op.JOIN_STRING, ref, addresses);
  }

  #indentedString(ref: Ref): number {
    const pieces = indentedPieces(this.#tree, ref);
    if (pieces.length === 0) return this.#string("", ref);
    const first = pieces[0]!;
    if (pieces.length === 1 && typeof first.value === "string") return this.#string(first.value, ref);
    const addresses = pieces.map((piece) =>
      typeof piece.value === "string" ? this.#string(piece.value, piece.ref) : this.#expression(piece.value),
    );
    return this.#nodes(Op.JOIN_STRING, ref, addresses);
  }

  #interpolatedPath(ref: Ref): number {
    const tree = this.#tree;
    const addresses = tree.children(ref).map((piece, index) => {
      if (index === 0) return this.#expression(piece);
      return tree.isToken(piece) ? this.#string(tree.text(piece), piece) : this.#expression(piece);
    });
    return this.#nodes(Op.JOIN_PATH, ref, addresses);
  }

  // ---- selections

  #select(subject: number, symbol: Symbol, ref: Ref): number {
    const address = this.#record(Op.SELECT, 4, ref);
    this.#symbol(address + 1, symbol);
    buffer[address + 2] = -1;
    buffer[address + 3] = 0;
    buffer[address + 4] = subject - address;
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
      const symbol = this.#merger.nameSymbol(name);
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
    const names = tree.children(path);
    const symbols = names.map((name) => this.#merger.nameSymbol(name));
    const computed = names.map((name, index) => (symbols[index]! >= 0 ? 0 : this.#expression(name)));
    const address = this.#record(op, children.length + 1 + names.length * 2, ref);
    let word = address + 1;
    for (const child of children) buffer[word++] = child - address;
    buffer[word++] = names.length;
    names.forEach((_, index) => {
      this.#symbol(word++, symbols[index]!);
      buffer[word++] = symbols[index]! >= 0 ? 0 : computed[index]! - address;
    });
    return address;
  }

  // ---- calls and operators

  #apply(ref: Ref, addresses: readonly number[]): number {
    const address = this.#record(Op.APPLY, addresses.length + 1, ref);
    buffer[address + 1] = addresses.length - 1;
    addresses.forEach((child, index) => (buffer[address + 2 + index] = child - address));
    return address;
  }

  /** A call of a variable that Nix's grammar implies. */
  #call(name: string, args: readonly number[], ref: Ref): number {
    return this.#apply(ref, [this.#variable(name, ref), ...args]);
  }

  #isGlobal(name: string): boolean {
    return this.#scopes.meaning(this.#scopes.symbols.ofName(name)) === GLOBAL;
  }

  #unary(ref: Ref): number {
    const tree = this.#tree;
    const operand = this.#expression(tree.child(ref, 1));
    if (tree.kind(tree.child(ref, 0)) === Token.Not) return this.#node1(Op.NOT, ref, operand);
    if (this.#isGlobal("__sub")) return this.#node1(Op.NEGATE, ref, operand);
    this.#integers.push(0n);
    return this.#call("__sub", [this.#constant(LINK_INTEGER, this.#integers.length - 1, ref), operand], ref);
  }

  #binary(ref: Ref): number {
    const tree = this.#tree;
    const operator = tree.kind(tree.child(ref, 1));
    const left = this.#expression(tree.child(ref, 0));
    const right = this.#expression(tree.child(ref, 2));
    if (operator === Token.PipeInto) return this.#apply(ref, [right, left]);
    if (operator === Token.PipeFrom) return this.#apply(ref, [left, right]);
    const op = binaryOperators[operator];
    if (op !== undefined) return this.#node2(op, ref, left, right);
    const called = calledOperators[operator]!;
    if (this.#isGlobal(called.name)) return this.#node2(called.op, ref, left, right);
    const swapped = operator === Token.LessEqual || operator === Token.Greater;
    const call = this.#call(called.name, swapped ? [right, left] : [left, right], ref);
    const negated = operator === Token.LessEqual || operator === Token.GreaterEqual;
    return negated ? this.#node1(Op.NOT, ref, call) : call;
  }

  // ---- functions

  #lambda(ref: Ref, functionName: Symbol): number {
    const tree = this.#tree;
    const name = tree.child(ref, 0);
    const formals = tree.child(ref, 1);
    const symbols = this.#scopes.symbols;
    const argument = name === NONE ? -1 : symbols.ofName(tree.text(name));
    const scope = this.#scopes.open();
    const level = ++this.#level;
    if (argument >= 0) this.#bind(argument, level, 0);
    const formalRefs = formals === NONE ? [] : tree.children(formals).filter((each) => tree.kind(each) === Node.Formal);
    const ellipsis = formals !== NONE && formalRefs.length < tree.childCount(formals);
    const formalSymbols = formalRefs.map((each) => symbols.ofName(tree.text(tree.child(each, 0))));
    const firstSlot = argument >= 0 ? 1 : 0;
    formalSymbols.forEach((symbol, index) => {
      const meaning = this.#scopes.meaning(symbol);
      if (meaning > 0 && this.#places[meaning - 1]!.level === level) this.#sound = false; // named twice
      this.#bind(symbol, level, firstSlot + index);
    });
    const fallbacks = formalRefs.map((each) => {
      const fallback = tree.child(each, 1);
      return fallback === NONE ? NONE : this.#expression(fallback);
    });
    const hasFallback = formalRefs.map((each) => tree.child(each, 1) !== NONE);
    const body = this.#expression(tree.child(ref, 2));
    this.#level--;
    this.#scopes.close(scope);

    const address = this.#record(Op.LAMBDA, 6 + formalRefs.length * 4, ref);
    buffer[address + 1] = body - address;
    this.#symbol(address + 2, argument);
    this.#symbol(address + 3, functionName);
    buffer[address + 4] = ellipsis ? 1 : 0;
    buffer[address + 5] = formals === NONE ? -1 : formalRefs.length;
    buffer[address + 6] = -1;
    formalSymbols.forEach((symbol, index) => {
      const word = address + 7 + index * 4;
      this.#symbol(word, symbol);
      buffer[word + 1] = hasFallback[index] ? fallbacks[index]! - address : 0;
      buffer[word + 2] = -1;
      this.#link(word + 3, LINK_POSITION, tree.start(formalRefs[index]!));
    });
    return address;
  }

  #let(ref: Ref): number {
    const tree = this.#tree;
    const table = this.#merger.table(ref);
    if (table.dynamic.length > 0) this.#sound = false;
    const scope = this.#scopes.open();
    const values = this.#recursiveValues(table);
    const body = this.#expression(tree.child(ref, 0));
    this.#level--;
    this.#scopes.close(scope);
    const { sources, children } = values;
    const address = this.#record(Op.LET, 3 + sources.length + children.length, ref);
    buffer[address + 1] = body - address;
    buffer[address + 2] = sources.length;
    buffer[address + 3] = children.length;
    let word = address + 4;
    for (const source of sources) buffer[word++] = source - address;
    for (const child of children) buffer[word++] = ((child.address - address) << 2) | child.environment;
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
    let values: Values;
    if (table.recursive) {
      const scope = this.#scopes.open();
      values = this.#recursiveValues(table);
      const address = this.#finishTable(Op.REC_ATTRS, table, values, ref);
      this.#level--;
      this.#scopes.close(scope);
      return address;
    }
    values = this.#values(table, table.definitions);
    return this.#finishTable(Op.ATTRS, table, values, ref);
  }

  #finishTable(op: number, table: AttrTable, values: Values, ref: Ref): number {
    const { sources, children } = values;
    // computed attributes are evaluated where the values of the set are
    const computed = table.dynamic.map(({ name, value }) => ({
      name: this.#expression(name),
      value: this.#value(value, -1),
      offset: this.#tree.start(name),
    }));
    const overrides = op === Op.REC_ATTRS ? table.find(this.#scopes.symbols.ofName("__overrides")) : undefined;

    const address = this.#record(op, 3 + sources.length + children.length * 2, ref);
    buffer[address + 1] = this.#shapes.length;
    this.#shapes.push({
      names: table.definitions.map(({ symbol }) => this.#symbols.index(symbol)),
      offsets: table.definitions.map(({ name }) => this.#tree.start(name)),
      record: address,
    });
    buffer[address + 2] = sources.length;
    buffer[address + 3] = children.length;
    let word = address + 4;
    for (const source of sources) buffer[word++] = source - address;
    for (const child of children) {
      buffer[word++] = ((child.address - address) << 2) | child.environment;
      buffer[word++] = 0; // the slot, known when the shape is
    }
    if (computed.length === 0 && overrides === undefined) return address;

    const whole = this.#record(Op.COMPUTED_ATTRS, 3 + computed.length * 3, ref);
    buffer[whole + 1] = address - whole;
    buffer[whole + 2] = overrides === undefined ? -1 : table.definitions.indexOf(overrides);
    buffer[whole + 3] = computed.length;
    computed.forEach(({ name, value, offset }, index) => {
      const entry = whole + 4 + index * 3;
      buffer[entry] = name - whole;
      buffer[entry + 1] = value - whole;
      this.#link(entry + 2, LINK_POSITION, offset);
    });
    return whole;
  }

  /** The values of a `let` or a recursive set. Leaves its environment open: the body may follow. */
  #recursiveValues(table: AttrTable): Values {
    // `inherit a;` means the `a` outside, so it is compiled before the names of the set exist
    const inherited = new Map<AttrDefinition, Child>();
    for (const definition of table.definitions) {
      if (definition.origin !== "inherit") continue;
      inherited.set(definition, { address: this.#inherited(definition), environment: Op.IN_OUTER });
    }
    const level = ++this.#level;
    table.definitions.forEach(({ symbol }, slot) => this.#bind(symbol, level, slot));
    return this.#values(table, table.definitions, inherited);
  }

  #values(
    table: AttrTable,
    definitions: readonly AttrDefinition[],
    inherited?: ReadonlyMap<AttrDefinition, Child>,
  ): Values {
    const sources = table.sources.map((source) => this.#expression(source));
    const children = definitions.map((definition): Child => {
      const known = inherited?.get(definition);
      if (known !== undefined) return known;
      switch (definition.origin) {
        case "inherit":
          return { address: this.#inherited(definition), environment: Op.IN_OWN };
        case "inherit-from": {
          const source = this.#record(Op.LOCAL, 1, definition.name);
          buffer[source + 1] = definition.source;
          const address = this.#select(source, definition.symbol, definition.name);
          return { address, environment: Op.IN_SOURCES };
        }
        case "value":
          return { address: this.#value(definition.value, definition.symbol), environment: Op.IN_OWN };
      }
    });
    return { sources, children };
  }

  #value(value: AttrValue, name: Symbol): number {
    if (value instanceof AttrTable) return this.#table(value, value.ref);
    this.#functionName = name;
    return this.#expression(value);
  }

  #inherited({ symbol, name }: AttrDefinition): number {
    const text = this.#scopes.symbols.name(symbol);
    // `__curPos` is no variable but an expression of its own, which `inherit` does not know
    const isPosition = text === "__curPos" && this.#scopes.meaning(symbol) === GLOBAL;
    return isPosition ? this.#unbound(symbol, name) : this.#variable(text, name);
  }
}

interface Child {
  readonly address: number;
  /** One of `IN_OWN`, `IN_SOURCES`, `IN_OUTER`. */
  readonly environment: number;
}

interface Values {
  readonly sources: readonly number[];
  readonly children: readonly Child[];
}

/** A list without repetition. */
class Interned<Item> {
  readonly list: Item[] = [];
  readonly #indices = new Map<Item, number>();

  index(item: Item): number {
    const known = this.#indices.get(item);
    if (known !== undefined) return known;
    const index = this.list.length;
    this.list.push(item);
    this.#indices.set(item, index);
    return index;
  }
}
