/**
 * One file, judged by us and by Nix: whether we give the same verdict, mean the same by what is accepted, and refuse
 * the rest for the same reason and at the same place.
 */

import {
  analyze,
  firstForNix,
  Node,
  NONE,
  parse,
  print,
  type SyntaxDiagnostic,
  Token,
  type Tree,
} from "../src/syntax/index.ts";
import type { Answer, Refusal } from "./real-nix.ts";
import { show, type ShowOptions } from "../src/syntax/show.ts";

/** What a refusal is about. Nix says "syntax error" where we tell several mistakes apart. */
export type Reason =
  | "syntax"
  | "trailing-slash"
  | "integer"
  | "float"
  | "null-byte"
  | "feature"
  | "dynamic-let"
  | "dynamic-inherit"
  | "duplicate-attribute"
  | "duplicate-argument"
  | "undefined-variable"
  | "too-deep"
  | "other";

export interface Judgement {
  readonly tree: Tree;
  readonly diagnostics: readonly SyntaxDiagnostic[];
  /** Absent if we accept the file. */
  readonly first: SyntaxDiagnostic | undefined;
  /** Whether the tree gives the bytes again. */
  readonly roundTrips: boolean;
}

export interface Difference {
  /**
   * `which` is a difference of place where Nix had the choice: it names one of several undefined variables, and another
   * one if its numbering of names were another. What it names is among ours.
   */
  readonly kind: "verdict" | "meaning" | "reason" | "place" | "which";
  readonly ours: string;
  readonly theirs: string;
}

export const differenceKinds: readonly Difference["kind"][] = ["verdict", "meaning", "reason", "place", "which"];

export function judge(source: Uint8Array, options: { pipeOperators: boolean; maxDepth?: number }): Judgement {
  const tree = parse(source, options);
  const { diagnostics } = analyze(tree);
  const roundTrips = Buffer.compare(print(tree), source) === 0;
  return { tree, diagnostics, first: firstForNix(diagnostics), roundTrips };
}

/** How our judgement differs from Nix's, if it does. */
export function compare(judgement: Judgement, answer: Answer, options: ShowOptions): Difference | undefined {
  const { tree, first } = judgement;
  if (first === undefined) {
    if (!answer.accepted) return { kind: "verdict", ours: "accepted", theirs: describe(answer, answer.message) };
    if (answer.shown === undefined) return undefined;
    const ours = show(tree, options);
    return ours === answer.shown ? undefined : { kind: "meaning", ...firstDifference(ours, answer.shown) };
  }
  const place = tree.positions.at(noticedOffset(tree, first));
  const ours = describe(place, `${first.code}: ${first.text}`);
  if (answer.accepted) return { kind: "verdict", ours, theirs: "accepted" };
  const theirs = describe(answer, answer.message);
  if (reasonOf(first.code) !== reasonIn(answer.message)) return { kind: "reason", ours, theirs };
  if (names(tree, first, answer)) return undefined;
  const named = first.code === "undefined-variable" && judgement.diagnostics.some((each) => names(tree, each, answer));
  return { kind: named ? "which" : "place", ours, theirs };
}

export function reasonOf(code: string): Reason {
  switch (code) {
    case "unexpected-token":
    case "unclosed-delimiter":
    case "unclosed-string":
    case "unclosed-comment":
    case "invalid-byte":
    case "needs-parentheses":
    case "chained-operator":
    case "incomplete-path":
      return "syntax";
    case "path-trailing-slash":
      return "trailing-slash";
    case "integer-out-of-range":
      return "integer";
    case "float-out-of-range":
      return "float";
    case "null-byte":
      return "null-byte";
    case "experimental-feature":
      return "feature";
    case "nesting-too-deep":
      return "too-deep";
    case "dynamic-let":
    case "dynamic-inherit":
    case "duplicate-attribute":
    case "duplicate-argument":
    case "undefined-variable":
      return code;
    default:
      return "other";
  }
}

const patterns: readonly (readonly [RegExp, Reason])[] = [
  [/^syntax error, unexpected /, "syntax"],
  [/^path has a trailing slash$/, "trailing-slash"],
  [/^invalid integer '/, "integer"],
  [/^invalid float '/, "float"],
  [/ because it contains null bytes$/, "null-byte"],
  [/^experimental Nix feature '/, "feature"],
  [/^dynamic attributes not allowed in let$/, "dynamic-let"],
  [/^dynamic attributes not allowed in inherit$/, "dynamic-inherit"],
  [/^attribute '[^]*' already defined at /, "duplicate-attribute"],
  [/^duplicate formal function argument '/, "duplicate-argument"],
  [/^undefined variable '/, "undefined-variable"],
  [/^memory exhausted$/, "too-deep"],
  [/^stack overflow/, "too-deep"],
];

export function reasonIn(message: string): Reason {
  return patterns.find(([pattern]) => pattern.test(message))?.[1] ?? "other";
}

/** Whether a diagnostic and a refusal name the same thing at the same place. */
function names(tree: Tree, diagnostic: SyntaxDiagnostic, refusal: Refusal): boolean {
  switch (diagnostic.code) {
    case "undefined-variable":
      return sameSubject(diagnostic, refusal) && isAt(tree, refusal, startAsNixSays(tree, diagnostic, Node.ApplyOr));
    case "duplicate-argument":
      return sameSubject(diagnostic, refusal) && isAt(tree, refusal, startAsNixSays(tree, diagnostic, Node.Lambda));
    case "duplicate-attribute":
      return sameSubject(diagnostic, refusal) && isAt(tree, refusal, diagnostic.range.start);
    case "dynamic-let":
      return isAt(tree, refusal, startAsNixSays(tree, diagnostic, Node.Let));
    default:
      return isAt(tree, refusal, noticedOffset(tree, diagnostic));
  }
}

/** Where Nix says that it noticed a mistake: a token of its own for syntax, the thing itself for the rest. */
function noticedOffset(tree: Tree, diagnostic: SyntaxDiagnostic): number {
  const { code, range } = diagnostic;
  const reason = reasonOf(code);
  if (reason !== "syntax" && reason !== "trailing-slash" && reason !== "null-byte") return range.start;
  const offset = Math.ceil(diagnostic.noticedAt);
  const last = tree.tokenCount - 2;
  if (code === "incomplete-path" && !isPathText(tree, tree.tokenStarts.indexOf(offset))) {
    // the end of a path has the place of its last piece; at the end of the file, of the piece before
    const piece = tree.tokenStarts.indexOf(range.start);
    return piece === last && range.end === tree.source.length ? tree.tokenStarts[piece - 1]! : range.start;
  }
  if (offset !== tree.tokenStarts[last + 1]) return offset;
  // the end of a file has the place of the path that reaches up to it, and a NUL byte ends one where it ends itself
  if (endsInPath(tree, last) && tree.tokenEnds[last] === tree.source.length) return tree.tokenStarts[last]!;
  return tree.source[offset] === 0 && reason === "syntax" ? offset + 1 : offset;
}

function endsInPath(tree: Tree, token: number): boolean {
  if (token < 0) return false;
  const kind = tree.tokenKinds[token]!;
  if (kind === Token.CloseBrace) {
    const around = tree.pathTo(tree.tokenStarts[token]!).filter((ref) => !tree.isToken(ref));
    const path = around.at(-2);
    if (tree.kind(around.at(-1)!) !== Node.Interpolation || path === undefined) return false;
    return tree.kind(path) === Node.InterpolatedPath && tree.endToken(path) === token + 1;
  }
  return kind === Token.Path || kind === Token.HomePath || kind === Token.PathText;
}

function isPathText(tree: Tree, token: number): boolean {
  return tree.tokenKinds[token] === Token.PathText;
}

/**
 * The start of the expression that a diagnostic is about, where Nix names that instead of the part: of `a or` for a
 * variable `or`, of the function for the argument before or behind its `@`, of the whole `let`.
 */
function startAsNixSays(tree: Tree, { range }: SyntaxDiagnostic, kind: Node.NodeKind): number {
  const around = tree.pathTo(range.start).findLast((ref) => tree.kind(ref) === kind);
  if (around === undefined) return range.start;
  if (kind === Node.Let) return tree.start(around);
  const part = tree.child(around, kind === Node.ApplyOr ? 1 : 0);
  return part !== NONE && tree.start(part) === range.start ? tree.start(around) : range.start;
}

function isAt(tree: Tree, refusal: Refusal, offset: number): boolean {
  const { line, column } = tree.positions.at(offset);
  return line === refusal.line && column === refusal.column;
}

/** Whether both quote the same name. */
function sameSubject(diagnostic: SyntaxDiagnostic, refusal: Refusal): boolean {
  const ours = /'([^]*)'/.exec(diagnostic.text)?.[1];
  const theirs = /'([^]*)'/.exec(refusal.message)?.[1];
  return ours === theirs;
}

function describe({ line, column }: { line: number; column: number }, text: string): string {
  return `${line}:${column} ${text}`;
}

/** The places of two texts where they begin to differ. */
function firstDifference(ours: string, theirs: string): { ours: string; theirs: string } {
  let at = 0;
  while (ours[at] === theirs[at]) at++;
  const start = Math.max(0, at - 60);
  return { ours: ours.slice(start, at + 60), theirs: theirs.slice(start, at + 60) };
}
