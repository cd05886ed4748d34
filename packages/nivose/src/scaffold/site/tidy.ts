/** A new file without what nobody uses in it any more: comments of another one, names, arguments. */

import { formatSource } from "@nivose/nix/format";
import { Edit } from "@nivose/nix/syntax";
import { rule as unusedArgument } from "../../check/rules/unused-argument.ts";
import { rule as unusedLet } from "../../check/rules/unused-let.ts";
import { rule as unusedWith } from "../../check/rules/unused-with.ts";
import { SourceFile } from "../../check/source/source-file.ts";

export function withoutUnused(file: SourceFile): SourceFile {
  let now = file;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = mendedOnce(now);
    if (next === undefined) break;
    now = next;
  }
  return now;
}

export function withoutComments(file: SourceFile): SourceFile {
  const { tree } = file;
  const splices: Edit.Splice[] = [];
  for (let token = 0; token <= tree.tokenCount; token++) {
    const start = token === 0 ? 0 : tree.tokenEnds[token - 1]!;
    const end = token === tree.tokenCount ? file.bytes.length : tree.tokenStarts[token]!;
    const between = Buffer.from(file.bytes.subarray(start, end)).toString("latin1");
    const left = between.replaceAll(/[ \t]*#[^\n]*/gu, "").replaceAll(/\/\*[\s\S]*?\*\//gu, " ");
    if (left !== between) splices.push(Edit.replace({ start, end }, Buffer.from(left, "latin1")));
  }
  return new SourceFile(file.name, Edit.applySplices(file.bytes, splices));
}

/** In the style of RFC 166, and without empty lines where something was taken away. */
export function formatted(file: SourceFile): SourceFile {
  const closed = withoutGaps(file);
  const result = formatSource(closed.bytes);
  return "text" in result ? new SourceFile(file.name, result.text) : closed;
}

/** Between an opening bracket and what is in it, and before the closing one. */
function withoutGaps(file: SourceFile): SourceFile {
  const { tree } = file;
  const splices: Edit.Splice[] = [];
  for (let token = 1; token < tree.tokenCount; token++) {
    const [start, end] = [tree.tokenEnds[token - 1]!, tree.tokenStarts[token]!];
    const isEdge = /^[[{(]$/u.test(tree.tokenText(token - 1)) || /^[\]})]$/u.test(tree.tokenText(token));
    const between = Buffer.from(file.bytes.subarray(start, end)).toString("latin1");
    const closed = between.replace(/\n\s*\n/u, "\n");
    if (isEdge && closed !== between && between.trim() === "")
      splices.push(Edit.replace({ start, end }, Buffer.from(closed, "latin1")));
  }
  return new SourceFile(file.name, Edit.applySplices(file.bytes, splices));
}

const MOST_ROUNDS = 200;

function mendedOnce(file: SourceFile): SourceFile | undefined {
  for (const rule of [unusedLet, unusedWith, unusedArgument])
    for (const { fix } of rule.check(file)) {
      const [edit] = fix?.edits ?? [];
      if (edit !== undefined) return new SourceFile(file.name, Edit.applySplices(file.bytes, edit.splices));
    }
  return undefined;
}
