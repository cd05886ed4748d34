/**
 * What is done with files of Nix, one after the other: in this thread if there are few, in several if there are many.
 * Requests and results are plain data, so that it makes no difference which.
 */

import type { Diagnostic, Message } from "@nivose/nix/message";
import { format } from "@nivose/nix/format";
import { analyze, parse, type Ref, SymbolTable, type SyntaxDiagnostic, Tree } from "@nivose/nix/syntax";
import type { Features } from "../experimental-features.ts";
import { readSource, type SourceFile } from "../sources.ts";

/** One file: bytes that are here already, or a file to be read. */
export type Subject = { readonly name: string; readonly bytes: Uint8Array } | SourceFile;

export interface WorkOptions extends Partial<Features> {
  /** How deeply expressions may be nested, which depends on the stack of the thread. */
  readonly maxDepth?: number;
}

export type Task = "check" | "format";

export type Outcome =
  /** Nothing is wrong with it, and formatting would not change it. */
  | { readonly kind: "fine" }
  | { readonly kind: "changed"; readonly before: Uint8Array; readonly after: Uint8Array }
  | { readonly kind: "diagnosed"; readonly bytes: Uint8Array; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: "unreadable"; readonly problem: Message };

const symbols = new SymbolTable();

export function perform(task: Task, subject: Subject, options: WorkOptions): Outcome {
  const bytes = bytesOf(subject);
  if (!(bytes instanceof Uint8Array)) return { kind: "unreadable", problem: bytes };
  if (task === "check") {
    const { diagnostics } = readTree(bytes, options);
    return diagnostics.length === 0 ? { kind: "fine" } : { kind: "diagnosed", bytes, diagnostics };
  }
  // neither a name that nothing defines nor an experimental feature is a reason not to format
  const formatted = format(parse(bytes, { ...options, pipeOperators: true }), options);
  if ("diagnostics" in formatted) return { kind: "diagnosed", bytes, diagnostics: formatted.diagnostics };
  const { text: after } = formatted;
  return Buffer.compare(bytes, after) === 0 ? { kind: "fine" } : { kind: "changed", before: bytes, after };
}

/** A tree with everything that is wrong with it, as far as it can be known without evaluating anything. */
export interface ReadTree {
  readonly tree: Tree;
  readonly diagnostics: readonly Diagnostic[];
}

export function readTree(bytes: Uint8Array, options: WorkOptions): ReadTree {
  const tree = parse(bytes, options);
  // what the names in a broken file mean is a guess, and Nix does not look at them either
  return { tree, diagnostics: tree.ok ? analyze(tree, { symbols }).diagnostics : tree.diagnostics };
}

/** Whether a thread with a larger stack would get further. */
export function isTooDeep(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ code }) => code === "nesting-too-deep" || code === "format-nesting-too-deep");
}

/** A tree as it travels between threads. */
export interface PackedTree {
  readonly source: Uint8Array;
  readonly tokenKinds: Uint8Array;
  readonly tokenStarts: Int32Array;
  readonly tokenEnds: Int32Array;
  readonly nodes: Int32Array;
  readonly root: Ref;
  readonly own: readonly SyntaxDiagnostic[];
  readonly diagnostics: readonly Diagnostic[];
}

export function packTree({ tree, diagnostics }: ReadTree): PackedTree {
  const { source, tokenKinds, tokenStarts, tokenEnds, nodes, root, diagnostics: own } = tree;
  return { source, tokenKinds, tokenStarts, tokenEnds, nodes, root, own, diagnostics };
}

export function unpackTree(packed: PackedTree): ReadTree {
  return { tree: new Tree(packed.source, packed, packed.root, packed.own), diagnostics: packed.diagnostics };
}

/** The bytes of a subject, or why there are none. */
export function bytesOf(subject: Subject): Uint8Array | Message {
  return "bytes" in subject ? subject.bytes : readSource(subject);
}
