/**
 * The formatter: the style of RFC 166, byte for byte as `nixfmt` gives it.
 *
 * There are three differences, all where nixfmt reads something else than Nix does. A blank stays between a minus and a
 * path (`- ./a`) and between a path and a dot (`./a .b`): without it, Nix takes both for one path. A path may start
 * with a minus (`-a/b`). And an `or` behind the default of a selection (`a.b or c or`) belongs to that default.
 *
 * Comments are first given to tokens (`comments.ts`). The printers, a file for each family of constructs, write the
 * tree down as a document (`document.ts`): texts, places where a line may be broken, and groups. The document is put
 * in order (`tidy.ts`), and then the line breaks are chosen (`layout.ts`).
 */

import type { Diagnostic, Message, Range } from "../message.ts";
import { parse } from "../syntax/parser.ts";
import type { syntaxMessages } from "../syntax/messages.ts";
import type { Tree } from "../syntax/tree.ts";
import { collectComments } from "./collect-comments.ts";
import type { Comments } from "./comments.ts";
import { Document } from "./document.ts";
import * as Element from "./element.ts";
import { layout } from "./layout.ts";
import { formatMessages } from "./messages.ts";
import { Printer } from "./printer.ts";
import { printWhole } from "./strings.ts";
import { takeSums } from "./sums.ts";
import { tidy } from "./tidy.ts";

export interface FormatOptions {
  /** Columns of a line, its indentation not counted. Default: 100. */
  readonly width?: number;
  /** Columns of one level of indentation. Default: 2. */
  readonly indent?: number;
  /** Whether to overlook where the file itself breaks lines inside of brackets. Default: no. */
  readonly strict?: boolean;
  /**
   * How deep to follow: a bracket counts as five levels, a link of a chain (`let … in let … in`) as one. The default
   * fits the stack of any thread, and all that the parser accepts by default.
   */
  readonly maxDepth?: number;
}

export type Formatted = { readonly text: Uint8Array } | { readonly diagnostics: readonly Diagnostic[] };

/** Fits Node's usual stack of one megabyte. */
export const DEFAULT_MAX_FORMAT_DEPTH = 1500;

const DEFAULT_WIDTH = 100;
const DEFAULT_INDENT = 2;

/** What is wrong with a file although its text is read without doubt. */
const harmless: ReadonlySet<string> = new Set<keyof typeof syntaxMessages>([
  "integer-out-of-range",
  "float-out-of-range",
  "experimental-feature",
]);

const document = new Document();

/** Formats a file. One that is not sound is not formatted; its diagnostics say why. */
export function formatSource(source: Uint8Array, options: FormatOptions = {}): Formatted {
  return format(parse(source), options);
}

export function format(tree: Tree, options: FormatOptions = {}): Formatted {
  if (!tree.diagnostics.every(({ code }) => harmless.has(code))) return { diagnostics: tree.diagnostics };
  const end = tree.tokenStarts[tree.tokenCount - 1]!;
  if (end < tree.source.length) return failure(formatMessages["format-null-byte"](), { start: end, end: end + 1 });
  const { maxDepth = DEFAULT_MAX_FORMAT_DEPTH, width = DEFAULT_WIDTH, indent = DEFAULT_INDENT } = options;

  document.reset(tree.source);
  const comments = collectComments(tree, document, options.strict !== true);
  dropEmptyLinesAtStart(comments);
  const printer = new Printer(tree, comments, document, maxDepth);
  document.open(Element.Group);
  printWhole(printer, tree.child(tree.root, 0), tree.tokenCount - 1);
  document.close();
  if (printer.refusal !== undefined) return { diagnostics: [printer.refusal] };
  tidy(document);
  const text = layout(document, takeSums(document), { width, indent });
  return text === undefined ? failure(formatMessages["format-too-involved"](), tree.range(tree.root)) : { text };
}

function dropEmptyLinesAtStart(comments: Comments): void {
  const trivia = comments.before(0);
  const first = trivia.findIndex(({ kind }) => kind !== "empty-line");
  if (first !== 0) comments.setBefore(0, first < 0 ? [] : trivia.slice(first));
}

function failure(message: Message, range: Range): Formatted {
  return { diagnostics: [{ ...message, range }] };
}
