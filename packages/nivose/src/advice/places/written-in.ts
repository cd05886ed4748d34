/**
 * Where a file writes what an error speaks of: the path of a file that is not there, the message of an assertion. Such an
 * error arises in a library, far from who wrote these words; they are found by reading the file, without evaluating it.
 * Texts are bytes.
 */

import path from "node:path";
import type { Range } from "@nivose/nix/message";
import { indentedPieces, Node, type Ref, stringTextValue, Token, type Tree } from "@nivose/nix/syntax";

/** The paths in a message: absolute and in quotes. */
export function pathsIn(text: string): string[] {
  return [...text.matchAll(/'(\/[^'\n]+)'/gu)].map((match) => match[1]!);
}

/** What may be a message of its own in the text of an error: all of it, a line, an item of a list. */
export function messagesIn(text: string): string[] {
  const items = text.split(/\n(?=- )/u).map((item) => item.replace(/^- /u, ""));
  const lines = text.split("\n").map((line) => line.replace(/^- /u, ""));
  return [...new Set([text, ...items, ...lines].map((each) => each.trim()))];
}

/** Options that a text speaks of, as their names: `services.nginx.enable` is three. */
export function optionsIn(text: string): string[] {
  const name = `(?:[a-zA-Z_](?:[\\w'-]*[\\w-])?|"[^"\\n]+")`;
  return [...new Set(text.match(new RegExp(`(?<![\\w./"'-])${name}(?:\\.${name})+`, "gu")))];
}

/** What a text puts between quotes of its own: nixpkgs writes ‘/data’ and ‘hello-2.12’. */
export function quotedIn(text: string): string[] {
  return [...text.matchAll(/‘([^’\s]{3,})’|\bpackage '([^'\s]{3,})'/gu)].map((match) => match[1] ?? match[2]!);
}

/** The strings of a file that are a word, and the packages, if it is the name of one. */
export function findWord(tree: Tree, word: string): Range[] {
  const strings = findLiterals(tree, (pieces, isPath) => !isPath && pieces.length === 1 && pieces[0] === word);
  const [, name = word, version = ""] = /^(.+?)-(\d.*)$/u.exec(word) ?? [];
  return [...strings, ...findName(tree, name, version.replaceAll(/\W/gu, "_"))];
}

/** Where a file speaks of a package: `pkgs.hello`, `hello` within a `with`, `openssl_1_1` for `openssl-1.1.1w`. */
function findName(tree: Tree, name: string, version: string): Range[] {
  const found: Range[] = [];
  for (let token = 0; token < tree.tokenCount; token++) {
    if (tree.tokenKinds[token] !== Token.Identifier) continue;
    const text = tree.tokenText(token);
    const isOfVersion = text.startsWith(name) && /^[_-]?\d/u.test(text.slice(name.length));
    if (text !== name && !(isOfVersion && version.startsWith(text.slice(name.length).replace(/^[_-]/u, "")))) continue;
    const path = tree.pathTo(tree.tokenStarts[token]!);
    const select = path.findLast((ref) => tree.kind(ref) === Node.Select);
    const isDefined = path.some((ref) => tree.kind(ref) === Node.AttrPath || tree.kind(ref) === Node.Formal);
    if (select !== undefined && isNamed(tree, select, token))
      found.push({ start: tree.start(select), end: tree.tokenEnds[token]! });
    else if (!isDefined) found.push({ start: tree.tokenStarts[token]!, end: tree.tokenEnds[token]! });
  }
  return found;
}

/** `pkgs.hello`, also within `pkgs.hello.overrideAttrs`. */
function isNamed(tree: Tree, select: Ref, token: number): boolean {
  const rest = Buffer.from(tree.source.subarray(tree.tokenEnds[token], tree.end(select))).toString();
  return rest === "" || /^\.(?:override\w*|drvPath|outPath)$/u.test(rest);
}

/** The paths and strings of a file that mean a path; `folder` is where the file is. */
export function findPath(tree: Tree, folder: string, wanted: string): Range[] {
  // of a folder, its default.nix is read
  const names = wanted.endsWith("/default.nix") ? [wanted, path.posix.dirname(wanted)] : [wanted];
  return findLiterals(tree, (pieces, isPath) => {
    const [first, ...others] = pieces;
    if (first === undefined || (!isPath && !first.startsWith("/"))) return false;
    const start = isPath ? path.posix.resolve(folder, first) + (/[^/]\/$/u.test(first) ? "/" : "") : first;
    return names.some((name) => fits(name, [start, ...others]));
  });
}

/** The strings of a file that give one of the messages, whatever is put between their pieces. */
export function findMessage(tree: Tree, messages: readonly string[]): Range[] {
  return findLiterals(tree, (pieces, isPath) => {
    if (isPath || pieces.join("").trim().length < LEAST_MESSAGE) return false;
    const trimmed = [...pieces];
    trimmed[0] = trimmed[0]!.trimStart();
    trimmed.push(trimmed.pop()!.trimEnd());
    return messages.some((message) => fits(message, trimmed));
  });
}

/** Shorter ones are found by chance. */
const LEAST_MESSAGE = 8;

function findLiterals(tree: Tree, isWanted: (pieces: readonly string[], isPath: boolean) => boolean): Range[] {
  const found: Range[] = [];
  const visit = (ref: Ref): void => {
    const pieces = literalPieces(tree, ref);
    if (pieces !== undefined && isWanted(pieces, isPathKind(tree.kind(ref)))) found.push(tree.range(ref));
    for (const child of tree.children(ref)) visit(child);
  };
  visit(tree.root);
  return found;
}

/** What stands before, between and behind the antiquotations of a string or path. */
function literalPieces(tree: Tree, ref: Ref): string[] | undefined {
  const kind = tree.kind(ref);
  if (kind === Token.Path) return [tree.text(ref)];
  if (kind !== Node.String && kind !== Node.IndentedString && kind !== Node.InterpolatedPath) return undefined;
  const parts =
    kind === Node.IndentedString
      ? indentedPieces(tree, ref).map(({ value }) => value)
      : tree.children(ref).map((piece) => (tree.kind(piece) === Node.Interpolation ? piece : textOf(tree, piece)));
  const pieces = [""];
  for (const part of parts) {
    if (typeof part === "string") pieces.push(pieces.pop()! + part);
    else pieces.push("");
  }
  return pieces;
}

function textOf(tree: Tree, piece: Ref): string {
  return tree.kind(piece) === Token.StringText ? stringTextValue(tree, piece) : tree.text(piece);
}

function isPathKind(kind: number): boolean {
  return kind === Token.Path || kind === Node.InterpolatedPath;
}

/** Whether a text is made of the pieces, in this order, with anything between them. */
function fits(text: string, pieces: readonly string[]): boolean {
  const [first = "", ...others] = pieces;
  const last = others.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const piece of others) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
