import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Node, NONE, parse, type Ref, type Tree, treeToJson } from "@nivose/nix/syntax";

function jsonOf(tree: Tree): unknown {
  return JSON.parse([...treeToJson(tree)].join(""));
}

/** The same by recursion over the public view of the tree. */
function expected(tree: Tree, ref: Ref): unknown {
  if (ref === NONE) return null;
  const kind = tree.kind(ref);
  const node: Record<string, unknown> = { kind: Node.kindName(kind), range: [tree.start(ref), tree.end(ref)] };
  if (tree.isToken(ref))
    return { ...node, text: Buffer.from(tree.source.subarray(tree.start(ref), tree.end(ref))).toString() };
  if (kind === Node.AttrSet) node["recursive"] = tree.isRecursive(ref);
  const { slots, rest } = Node.shapes[kind]!;
  const all = Array.from({ length: tree.childCount(ref) }, (_, index) => expected(tree, tree.child(ref, index)));
  for (const [index, slot] of slots.entries()) node[slot] = all[index];
  if (rest !== undefined || all.length > slots.length) node[rest ?? "skipped"] = all.slice(slots.length);
  return node;
}

describe("a tree as JSON", () => {
  test("has every node with its range, and its children by name", () => {
    expect(jsonOf(parse(Buffer.from("rec { a = b; }")))).toEqual({
      kind: "File",
      range: [0, 14],
      expression: {
        kind: "AttrSet",
        range: [0, 14],
        recursive: true,
        bindings: [
          {
            kind: "Binding",
            range: [6, 12],
            attrPath: { kind: "AttrPath", range: [6, 7], names: [{ kind: "Identifier", range: [6, 7], text: "a" }] },
            value: { kind: "Identifier", range: [10, 11], text: "b" },
          },
        ],
      },
    });
  });

  test.each([
    'let x = "a${b}c"; inherit (y) z "w"; in { inherit x; } // f 1 2.0 ./p <n> ~/h http://x',
    "{ a, b ? 1, ... } @ all: x: if a then b else assert c; with d; !e -> f.g or h ? i",
    "''\n  a''$b ${c}\n'' ++ [ ] ++ [ (1) { } ] + ./a/${b}/c",
    "let { body = 1; }",
    "a or",
    "{ a = ; b = [ 1 , 2 ; }",
    "a ) b",
    "",
  ])("says the same as the tree: %s", (text) => {
    const tree = parse(Buffer.from(text));
    expect(jsonOf(tree)).toEqual(expected(tree, tree.root));
  });

  test("is JSON whatever the bytes are", () => {
    const piece = fc.constantFrom(
      "{",
      "}",
      "a",
      "=",
      ";",
      '"',
      "${",
      "''",
      "\\",
      "\n",
      "let ",
      "in ",
      "\xff",
      "\u0000",
      ".",
      "or ",
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const tree = parse(Buffer.from(pieces.join(""), "latin1"));
        expect(jsonOf(tree)).toEqual(expected(tree, tree.root));
      }),
    );
  });

  test("comes in pieces, and is as deep as the tree is without a deep stack", () => {
    // every operator is a level of the tree
    const levels = 50_000;
    const pieces = [...treeToJson(parse(Buffer.from(`${"1 + ".repeat(levels)}1`)))];
    const text = pieces.join("");
    expect(text.split('"Binary"')).toHaveLength(levels + 1);
    expect(text.split("{")).toHaveLength(text.split("}").length);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(1 << 17);
  });
});
