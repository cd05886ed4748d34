/** What a line of the interpreter asks for. */

import path from "node:path";
import type { ReplRequest } from "@nivose/nix/repl";

export type Line =
  | { readonly kind: "nothing" }
  | { readonly kind: "ask"; readonly request: ReplRequest }
  | { readonly kind: "reload" }
  | { readonly kind: "traces"; readonly on: boolean | undefined }
  | { readonly kind: "help" }
  | { readonly kind: "quit" }
  | { readonly kind: "unsupported"; readonly command: string }
  | { readonly kind: "unknown"; readonly command: string }
  /** A command with an argument that it does not take. */
  | { readonly kind: "refused"; readonly command: string; readonly argument: string };

/** Commands, and what `:?` says of them. */
export const commands: readonly (readonly [usage: string, does: string])[] = [
  ["<expr>", "Evaluate an expression and print its value"],
  ["<x> = <expr>", "Give an expression a name"],
  [":p, :print <expr>", "Print the whole value; a string without quotes"],
  [":t <expr>", "Say of which type the value is"],
  [":a, :add <expr>", "Take the attributes of a set into scope"],
  [":l, :load <path>", "Take the attributes of a file into scope; <nixpkgs> is looked up"],
  [":r, :reload", "Read all these files again, and forget everything else"],
  [":te, :trace-enable [on|off]", "Show all that led to an error, or not"],
  [":q, :quit", "Leave; so does Ctrl-D"],
  [":?, :help", "Show this list"],
];

export const commandNames = commands.flatMap(([usage]) => usage.match(/:[a-z?-]+/gu) ?? []);

/** Of `nix repl`. */
const unsupported = new Set(":b :bl :e :edit :i :u :sh :log :doc :lf :load-flake".split(" "));

/** The text of an expression, or of a command with one. Relative files go from `folder`. */
export function parseLine(text: string, folder: string): Line {
  const line = text.trim();
  if (line === "") return { kind: "nothing" };
  if (!line.startsWith(":")) return { kind: "ask", request: bindingOf(line) ?? print(line) };
  const [, command = "", argument = ""] = /^(\S+)\s*(.*)$/su.exec(line) ?? [];
  switch (command) {
    case ":p":
    case ":print":
      return { kind: "ask", request: { ...print(argument), levels: Infinity, raw: true } };
    case ":t":
      return { kind: "ask", request: { kind: "type", text: bytes(argument) } };
    case ":a":
    case ":add":
      return { kind: "ask", request: { kind: "add", text: bytes(argument) } };
    case ":l":
    case ":load":
      return { kind: "ask", request: loading(argument, folder) };
    case ":r":
    case ":reload":
      return { kind: "reload" };
    case ":te":
    case ":trace-enable":
      if (argument !== "" && !(argument in choices)) return { kind: "refused", command, argument };
      return { kind: "traces", on: choices[argument] };
    case ":q":
    case ":quit":
      return { kind: "quit" };
    case ":?":
    case ":help":
      return { kind: "help" };
    default:
      return { kind: unsupported.has(command) ? "unsupported" : "unknown", command };
  }
}

const choices: Readonly<Record<string, boolean>> = Object.assign(Object.create(null), {
  true: true,
  on: true,
  false: false,
  off: false,
});

export function loading(file: string, folder: string): ReplRequest {
  const isLookup = /^<.+>$/u.test(file);
  return { kind: "load", path: bytes(isLookup ? file : path.resolve(folder, file)) };
}

function print(text: string): Extract<ReplRequest, { kind: "print" }> {
  return { kind: "print", text: bytes(text), levels: 1, raw: false };
}

/** `x = 1`, but not `x == 1`. */
function bindingOf(line: string): ReplRequest | undefined {
  const [, name, text] = /^([a-zA-Z_][a-zA-Z0-9_'-]*)\s*=(?!=)(.*)$/su.exec(line) ?? [];
  return name === undefined ? undefined : { kind: "bind", name, text: bytes(text!) };
}

function bytes(text: string): string {
  return Buffer.from(text).toString("latin1");
}
