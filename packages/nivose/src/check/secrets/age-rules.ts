/**
 * The `secrets.nix` of agenix, which says for whom each file is encrypted, as far as its text alone tells it; and the recipients that
 * an encrypted file of age names in its header.
 */

import path from "node:path";
import { type Ref, Token, type Tree, view } from "@nivose/nix/syntax";
import { bindingsOf, lastName } from "../../schema/definitions.ts";
import type { Repository } from "../source/repository.ts";
import type { SourceFile } from "../source/source-file.ts";

export interface AgeRule {
  readonly source: SourceFile;
  readonly attrPath: Ref;
  /** The encrypted file, in the repository. */
  readonly file: string;
  readonly keys: readonly string[];
}

/** Rules with a key that has to be evaluated are left out. */
export function ageRules({ files, read }: Repository): AgeRule[] {
  return [...files.values()].flatMap((source) => {
    if (path.posix.basename(source.name) !== "secrets.nix" || !source.tree.ok) return [];
    const folder = path.posix.dirname(source.name);
    const readText = (name: string): string | undefined => {
      const bytes = read(path.posix.join(folder, name));
      return bytes === undefined ? undefined : Buffer.from(bytes).toString();
    };
    return rulesIn(source, new TextsOf(source.tree, readText), source.expression, []);
  });
}

function rulesIn(source: SourceFile, texts: TextsOf, ref: Ref, scope: Scope): AgeRule[] {
  const node = view(source.tree, ref);
  if (node.kind === "paren") return rulesIn(source, texts, node.expression, scope);
  if (node.kind === "with") return rulesIn(source, texts, node.body, [...scope, { kind: "with", set: node.scope }]);
  if (node.kind === "let") return rulesIn(source, texts, node.body, [...scope, { kind: "let", bindings: ref }]);
  return bindingsOf(source.tree, ref).flatMap(({ path: names, value, attrPath }): AgeRule[] => {
    const [name, member] = names;
    if (name === undefined || !name.endsWith(".age")) return [];
    const keysRef =
      member === "publicKeys" ? value : bindingsOf(source.tree, value).find((it) => it.path[0] === "publicKeys")?.value;
    const keys = keysRef === undefined ? undefined : texts.listOf(keysRef, scope);
    if (keys === undefined) return [];
    const file = path.posix.normalize(path.posix.join(path.posix.dirname(source.name), name));
    return [{ source, attrPath, file, keys: keys.map((key) => key.trim()) }];
  });
}

type Scope = readonly (
  | { readonly kind: "let"; readonly bindings: Ref }
  | { readonly kind: "with"; readonly set: Ref }
)[];

/** Evaluates what a file writes out: names, lists, sets of texts. Nothing of everything else. */
class TextsOf {
  readonly #tree: Tree;
  readonly #read: (name: string) => string | undefined;
  /** A name may stand for itself. */
  #left = MOST_STEPS;

  constructor(tree: Tree, read: (name: string) => string | undefined) {
    this.#tree = tree;
    this.#read = read;
  }

  listOf(ref: Ref, scope: Scope): string[] | undefined {
    if (--this.#left < 0) return undefined;
    const node = view(this.#tree, ref);
    switch (node.kind) {
      case "paren":
        return this.listOf(node.expression, scope);
      case "with":
        return this.listOf(node.body, [...scope, { kind: "with", set: node.scope }]);
      case "list": {
        const parts = node.elements.map((element) => this.#text(element, scope));
        return parts.includes(undefined) ? undefined : parts.filter((part) => part !== undefined);
      }
      case "binary": {
        if (node.operator !== Token.Concat) return undefined;
        const [left, right] = [this.listOf(node.left, scope), this.listOf(node.right, scope)];
        return left === undefined || right === undefined ? undefined : [...left, ...right];
      }
      case "apply": {
        if (lastName(this.#tree, node.function) !== "attrValues" || node.arguments.length !== 1) return undefined;
        const set = this.#set(node.arguments[0]!, scope);
        const parts = set?.map(({ value }) => this.#text(value, scope));
        return parts === undefined || parts.includes(undefined)
          ? undefined
          : parts.filter((part) => part !== undefined);
      }
      default: {
        const found = this.#resolve(ref, scope);
        return found === undefined ? undefined : this.listOf(found, scope);
      }
    }
  }

  #text(ref: Ref, scope: Scope): string | undefined {
    if (--this.#left < 0) return undefined;
    const node = view(this.#tree, ref);
    if (node.kind === "paren") return this.#text(node.expression, scope);
    if (node.kind === "string") {
      const pieces = node.pieces.map((piece) => view(this.#tree, piece));
      return pieces.every((piece) => piece.kind === "text") ? pieces.map((piece) => piece.text).join("") : undefined;
    }
    if (node.kind === "apply" && lastName(this.#tree, node.function) === "readFile") {
      const [file] = node.arguments.map((argument) => view(this.#tree, argument));
      return file?.kind === "path" && file.text.startsWith(".") ? this.#read(file.text) : undefined;
    }
    const found = this.#resolve(ref, scope);
    return found === undefined ? undefined : this.#text(found, scope);
  }

  #set(ref: Ref, scope: Scope): ReturnType<typeof bindingsOf> | undefined {
    if (--this.#left < 0) return undefined;
    const node = view(this.#tree, ref);
    if (node.kind === "paren") return this.#set(node.expression, scope);
    if (node.kind === "attr-set") {
      const bindings = bindingsOf(this.#tree, ref);
      return bindings.every((it) => it.path.length === 1 && it.value !== it.attrPath) ? bindings : undefined;
    }
    const found = this.#resolve(ref, scope);
    return found === undefined ? undefined : this.#set(found, scope);
  }

  /** What a name, or a name in a set, stands for. */
  #resolve(ref: Ref, scope: Scope): Ref | undefined {
    const node = view(this.#tree, ref);
    if (node.kind === "select") {
      const names = view(this.#tree, node.attrPath);
      const [last, ...more] = names.kind === "attr-path" ? names.names : [];
      if (last === undefined || more.length > 0) return undefined;
      const name = this.#tree.text(last).replaceAll('"', "");
      return this.#set(node.subject, scope)?.find((it) => it.path[0] === name)?.value;
    }
    if (node.kind !== "identifier") return undefined;
    for (const each of scope.toReversed()) {
      const found = each.kind === "let" ? this.#boundIn(each.bindings, node.name) : undefined;
      if (found !== undefined) return found;
    }
    for (const each of scope.toReversed()) {
      const found =
        each.kind === "with" ? this.#set(each.set, scope)?.find((it) => it.path[0] === node.name) : undefined;
      if (found !== undefined) return found.value;
    }
    return undefined;
  }

  #boundIn(ref: Ref, name: string): Ref | undefined {
    const node = view(this.#tree, ref);
    for (const each of node.kind === "let" ? node.bindings : []) {
      const binding = view(this.#tree, each);
      if (binding.kind !== "binding") continue;
      const names = view(this.#tree, binding.attrPath);
      const isIt = names.kind === "attr-path" && names.names.length === 1 && this.#tree.text(names.names[0]!) === name;
      if (isIt) return binding.value;
    }
    return undefined;
  }
}

const MOST_STEPS = 1000;
