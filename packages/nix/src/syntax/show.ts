/**
 * A tree in the notation of `nix-instantiate --parse`: fully parenthesized, attribute sets merged and sorted, strings
 * with their escapes resolved and their indentation removed. Equal text means that we understood the file as Nix did.
 *
 * What is odd in it is Nix's: calls that are called again run together (`(f a) b` and even `(a - b) c`, because `-` is
 * a call), comparisons become `__lessThan`, and paths are absolute.
 */

import path from "node:path";
import { Diagnostics } from "./diagnostics.ts";
import { isKeyword } from "./keywords.ts";
import * as Node from "./node.ts";
import { AttrTable, type AttrValue } from "./scope/attrs.ts";
import { Merger } from "./scope/merge.ts";
import { TokenNames } from "./scope/token-names.ts";
import { indentedPieces, literalString, stringTextValue } from "./strings.ts";
import { SymbolTable } from "./symbols.ts";
import * as Token from "./token.ts";
import { NONE, type Ref, type Tree } from "./tree.ts";

export interface ShowOptions {
  /** The folder of the file, from which relative paths start. */
  readonly folder: string;
  readonly home: string;
}

/** One line, one character a byte: the whole file, or one expression of it. */
export function show(tree: Tree, options: ShowOptions, ref: Ref = tree.child(tree.root, 0)): string {
  return new Printer(tree, options).show(ref);
}

class Printer {
  readonly #tree: Tree;
  readonly #options: ShowOptions;
  readonly #names: TokenNames;
  readonly #merger: Merger;

  constructor(tree: Tree, options: ShowOptions) {
    this.#tree = tree;
    this.#options = options;
    this.#names = new TokenNames(tree, new SymbolTable());
    this.#merger = new Merger(tree, this.#names, new Diagnostics());
  }

  show(ref: Ref): string {
    const tree = this.#tree;
    const child = (index: number): Ref => tree.child(ref, index);
    const call = this.#call(ref);
    if (call !== undefined) return `(${call.join(" ")})`;
    switch (tree.kind(ref)) {
      case Token.Identifier:
      case Token.OrKeyword:
        return identifier(tree.text(ref));
      case Token.Integer:
        return String(BigInt(tree.text(ref)));
      case Token.Float:
        return shortest(Number(tree.text(ref)));
      case Token.Uri:
        return quoted(tree.text(ref));
      case Token.Path:
      case Token.HomePath:
        return this.#path(ref);
      case Node.InterpolatedPath:
      case Node.String:
      case Node.IndentedString:
        return this.#pieces(ref);
      case Node.Interpolation:
      case Node.Paren:
        return this.show(child(0));
      case Node.List:
        return `[ ${tree
          .children(ref)
          .map((element) => `(${this.show(element)}) `)
          .join("")}]`;
      case Node.AttrSet:
        return this.#set(this.#merger.table(ref));
      case Node.LegacyLet:
        return `(${this.#set(this.#merger.table(ref))}).body`;
      case Node.Select: {
        const fallback = child(2) === NONE ? "" : ` or (${this.show(child(2))})`;
        return `(${this.show(child(0))}).${this.#attrPath(child(1))}${fallback}`;
      }
      case Node.HasAttr:
        return `((${this.show(child(0))}) ? ${this.#attrPath(child(1))})`;
      case Node.Unary:
        return `(! ${this.show(child(1))})`;
      case Node.Binary:
        return this.#binary(this.show(child(0)), tree.kind(child(1)), this.show(child(2)));
      case Node.Lambda:
        return this.#lambda(child(0), child(1), child(2));
      case Node.If:
        return `(if ${this.show(child(0))} then ${this.show(child(1))} else ${this.show(child(2))})`;
      case Node.Assert:
        return `assert ${this.show(child(0))}; ${this.show(child(1))}`;
      case Node.With:
        return `(with ${this.show(child(0))}; ${this.show(child(1))})`;
      case Node.Let:
        return `(let ${this.#bindings(this.#merger.table(ref))}in ${this.show(child(0))})`;
      default:
        throw new Error(`nothing to show for ${tree.kind(ref)}`);
    }
  }

  /** The function and the arguments of what Nix takes for a call, or undefined. */
  #call(ref: Ref): string[] | undefined {
    const tree = this.#tree;
    switch (tree.kind(ref)) {
      case Node.Paren:
        return this.#call(tree.child(ref, 0));
      case Node.Apply: {
        const [callee, ...given] = tree.children(ref) as [Ref, ...Ref[]];
        return [...this.#callee(callee), ...given.map((argument) => this.show(argument))];
      }
      case Node.ApplyOr:
        return [this.show(tree.child(ref, 0)), "or"];
      case Token.SearchPath:
        return ["__findFile", "__nixPath", quoted(tree.text(ref).slice(1, -1))];
      case Node.Unary:
        return tree.kind(tree.child(ref, 0)) === Token.Minus
          ? ["__sub", "0", this.show(tree.child(ref, 1))]
          : undefined;
      case Node.Binary: {
        const left = tree.child(ref, 0);
        const right = tree.child(ref, 2);
        switch (tree.kind(tree.child(ref, 1))) {
          case Token.Minus:
            return ["__sub", this.show(left), this.show(right)];
          case Token.Star:
            return ["__mul", this.show(left), this.show(right)];
          case Token.Slash:
            return ["__div", this.show(left), this.show(right)];
          case Token.Less:
            return ["__lessThan", this.show(left), this.show(right)];
          case Token.Greater:
            return ["__lessThan", this.show(right), this.show(left)];
          case Token.PipeFrom:
            return [...this.#callee(left), this.show(right)];
          case Token.PipeInto:
            return [...this.#callee(right), this.show(left)];
        }
        return undefined;
      }
      default:
        return undefined;
    }
  }

  #callee(ref: Ref): string[] {
    return this.#call(ref) ?? [this.show(ref)];
  }

  #binary(left: string, operator: Token.TokenKind, right: string): string {
    switch (operator) {
      case Token.LessEqual:
        return `(! (__lessThan ${right} ${left}))`;
      case Token.GreaterEqual:
        return `(! (__lessThan ${left} ${right}))`;
      default:
        return `(${left} ${Token.tokenName(operator)} ${right})`;
    }
  }

  #lambda(name: Ref, formals: Ref, body: Ref): string {
    const tree = this.#tree;
    let head = "";
    if (formals !== NONE) {
      const parts = tree
        .children(formals)
        .filter((formal) => tree.kind(formal) === Node.Formal)
        .map((formal) => ({ name: tree.text(tree.child(formal, 0)), fallback: tree.child(formal, 1) }))
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .map(
          (formal) => identifier(formal.name) + (formal.fallback === NONE ? "" : ` ? ${this.show(formal.fallback)}`),
        );
      if (tree.children(formals).some((formal) => tree.kind(formal) === Token.Ellipsis)) parts.push("...");
      head = `{ ${parts.join(", ")} }${name === NONE ? "" : " @ "}`;
    }
    if (name !== NONE) head += identifier(tree.text(name));
    return `(${head}: ${this.show(body)})`;
  }

  // ---- sets

  #set(table: AttrTable): string {
    return `${table.recursive ? "rec " : ""}{ ${this.#bindings(table)}}`;
  }

  #bindings(table: AttrTable): string {
    const sorted = table.definitions
      .map((definition) => ({ ...definition, shown: this.#names.symbols.name(definition.symbol) }))
      .sort((a, b) => (a.shown < b.shown ? -1 : 1));
    const inherited = sorted.filter(({ origin }) => origin === "inherit").map(({ shown }) => ` ${identifier(shown)}`);
    let text = inherited.length === 0 ? "" : `inherit${inherited.join("")}; `;
    table.sources.forEach((source, index) => {
      const names = sorted.filter((each) => each.origin === "inherit-from" && each.source === index);
      if (names.length === 0) return;
      text += `inherit (${this.show(source)})${names.map(({ shown }) => ` ${identifier(shown)}`).join("")}; `;
    });
    for (const { origin, shown, value } of sorted) {
      if (origin === "value") text += `${identifier(shown)} = ${this.#value(value)}; `;
    }
    for (const { name, value } of table.dynamic) text += `"\${${this.show(name)}}" = ${this.#value(value)}; `;
    return text;
  }

  #value(value: AttrValue): string {
    return value instanceof AttrTable ? this.#set(value) : this.show(value);
  }

  #attrPath(attrPath: Ref): string {
    return this.#tree
      .children(attrPath)
      .map((name) => {
        const symbol = this.#names.ofAttribute(name);
        return symbol < 0 ? `"\${${this.show(name)}}"` : identifier(this.#names.symbols.name(symbol));
      })
      .join(".");
  }

  // ---- strings and paths

  #pieces(ref: Ref): string {
    const tree = this.#tree;
    const literal = literalString(tree, ref);
    if (literal !== undefined) return quoted(literal);
    if (tree.kind(ref) === Node.IndentedString) {
      const pieces = indentedPieces(tree, ref);
      return `(${pieces.map(({ value }) => (typeof value === "string" ? quoted(value) : this.show(value))).join(" + ")})`;
    }
    return `(${tree
      .children(ref)
      .map((piece) => this.#piece(piece))
      .join(" + ")})`;
  }

  #piece(ref: Ref): string {
    const tree = this.#tree;
    switch (tree.kind(ref)) {
      case Token.StringText:
        return quoted(stringTextValue(tree, ref));
      case Token.PathText:
        return quoted(tree.text(ref));
      default:
        return this.show(ref);
    }
  }

  #path(ref: Ref): string {
    const text = this.#tree.text(ref);
    if (text.startsWith("~")) return this.#options.home + text.slice(1);
    const absolute = path.posix.resolve(this.#options.folder, text);
    return text.endsWith("/") && text.length > 1 ? `${absolute}/` : absolute;
  }
}

/** A name, quoted if it has to be. */
function identifier(name: string): string {
  return /^[a-zA-Z_][a-zA-Z0-9_'-]*$/.test(name) && !isKeyword(name) ? name : quoted(name);
}

const escapes: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function quoted(value: string): string {
  return `"${value.replaceAll(/["\\\n\r\t]|\$(?=\{)/g, (character) => escapes[character] ?? `\\${character}`)}"`;
}

/** A float with six digits, as C++ prints one. */
function shortest(value: number): string {
  if (value === 0) return "0";
  const [digits, exponent] = value.toExponential(5).split("e") as [string, string];
  const trim = (text: string): string => (text.includes(".") ? text.replace(/\.?0+$/, "") : text);
  const power = Number(exponent);
  if (power >= -4 && power < 6) return trim(value.toFixed(5 - power));
  return `${trim(digits)}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}
