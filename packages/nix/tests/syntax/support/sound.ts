/**
 * What is true of every tree, whatever the bytes: its tokens and the blanks and comments between them are the file, its
 * nodes nest, and every token belongs to exactly one place.
 */

import { deepStrictEqual, fail, ok, strictEqual } from "node:assert/strict";
import { Node, NONE, parse, type ParseOptions, print, type Ref, Token, type Tree } from "../../../src/syntax/index.ts";

/** Parses, and checks the tree. */
export function soundTree(source: Uint8Array | string, options?: ParseOptions): Tree {
  const bytes = typeof source === "string" ? Buffer.from(source, "latin1") : source;
  const tree = parse(bytes, options);
  checkTokens(tree);
  checkNodes(tree);
  for (const { range, noticedAt } of tree.diagnostics) {
    ok(0 <= range.start && range.start <= range.end && range.end <= bytes.length, "a range outside of the file");
    ok(noticedAt >= -1 && noticedAt <= bytes.length + 1, "noticed outside of the file");
  }
  if (Buffer.compare(print(tree), bytes) !== 0) fail("the tree does not print as the file");
  return tree;
}

const trivia = /^(?:[ \t\r\n]+|#[^\r\n]*|\/\*(?:[^*]|\*+[^*/])*\*+\/)*$/;

function checkTokens(tree: Tree): void {
  const { source, tokenCount, tokenKinds, tokenStarts, tokenEnds } = tree;
  let end = 0;
  for (let token = 0; token < tokenCount; token++) {
    const start = tokenStarts[token]!;
    const gap = Buffer.from(source.subarray(end, start)).toString("latin1");
    ok(start >= end, "tokens that overlap");
    if (gap !== "") ok(trivia.test(gap), `neither blank nor comment: ${JSON.stringify(gap.slice(0, 80))}`);
    end = tokenEnds[token]!;
    if (token === tokenCount - 1) strictEqual(tokenKinds[token], Token.EndOfFile);
    else ok(end > start && tokenKinds[token] !== Token.EndOfFile, "an empty token");
  }
  ok(end === source.length || source[end] === 0, "bytes behind the last token");
}

function checkNodes(tree: Tree): void {
  const owned = new Uint8Array(tree.tokenCount);
  const open: Ref[] = [tree.root];
  deepStrictEqual([tree.firstToken(tree.root), tree.endToken(tree.root)], [0, tree.tokenCount]);
  for (let ref = open.pop(); ref !== undefined; ref = open.pop()) {
    const shape = Node.shapes[tree.kind(ref)];
    ok(shape !== undefined, `a node of the unknown kind ${tree.kind(ref)}`);
    const count = tree.childCount(ref);
    // a file keeps what stands behind its expression
    const hasRest = shape.rest !== undefined || ref === tree.root;
    ok(count === shape.slots.length || (hasRest && count > shape.slots.length), `${shape.name}: arity`);
    let token = tree.firstToken(ref);
    for (const child of tree.inOrder(ref)) {
      const first = tree.firstToken(child);
      const end = tree.endToken(child);
      ok(token <= first && first <= end && end <= tree.endToken(ref), `a child outside of its ${shape.name}`);
      while (token < first) owned[token++]!++;
      token = end;
      if (tree.isToken(child)) owned[first]!++;
      else open.push(child);
    }
    while (token < tree.endToken(ref)) owned[token++]!++;
    for (let index = 0; index < count; index++) {
      if (tree.child(ref, index) === NONE) ok(mayBeAbsent(tree.kind(ref), index), `${shape.name}: no child ${index}`);
    }
  }
  const wrong = owned.findIndex((count) => count !== 1);
  strictEqual(wrong, -1, `token ${wrong} belongs to ${owned[wrong]} places`);
}

function mayBeAbsent(kind: Node.NodeKind, index: number): boolean {
  switch (kind) {
    case Node.Inherit:
      return index === 0;
    case Node.Select:
      return index === 2;
    case Node.Formal:
      return index === 1;
    case Node.Lambda:
      return index < 2;
    default:
      return false;
  }
}
