import { expect, test } from "vitest";
import type { OptionAnswer } from "../../src/explain/answer.ts";
import { explain } from "../../src/explain/explanation.ts";

const outcome = { isDefined: true, priority: 50, winners: [{ file: "/m.nix", value: "1" }] };
const answer: OptionAnswer = {
  kind: "option",
  at: ["a"],
  value: "1",
  works: true,
  facts: null,
  outcome,
  evaluations: 1,
  definitions: [{ file: "/m.nix", around: [{ kind: "override", priority: 50 }], value: "1" }],
};

function explained(changed: Partial<OptionAnswer>, path = ["a"], source = "{ a = mkForce 1; }") {
  const read = (file: string) => ({ name: file, isOwn: true, source: Buffer.from(source) });
  return explain(path, { ...answer, ...changed }, read);
}

test("what was observed and is what the module system says is certain", () => {
  expect(explained({})).toMatchObject({
    class: "certain",
    doubts: [],
    definitions: [{ fate: { kind: "wins" }, priority: 50, placeClass: "certain", places: [{ line: 1, text: "1" }] }],
  });
});

test("if nothing was observed, what counts is certain all the same", () => {
  const { definitions, ...more } = explained({ definitions: null, evaluations: 0 });
  expect(more).toMatchObject({ class: "certain", doubts: ["unseen"] });
  expect(definitions).toMatchObject([{ fate: { kind: "wins" }, priority: 50, value: "1" }]);
});

test("of a part of which nothing was observed, the definitions of the whole are told", () => {
  const inside = explained({ definitions: null, outcome: null, enclosingOutcome: outcome }, ["a", "b"], "{ a = f 1; }");
  expect(inside).toMatchObject({
    class: "heuristic",
    doubts: ["within"],
    definitions: [{ placeClass: "heuristic", places: [{ text: "f 1", isWithin: true }] }],
  });
});

test("a module system with other rules, and options that were evaluated twice, leave doubts", () => {
  expect(explained({ outcome: { ...outcome, priority: 100 } })).toMatchObject({
    class: "heuristic",
    doubts: ["disagreement"],
  });
  expect(explained({ evaluations: 2 })).toMatchObject({ class: "heuristic", doubts: ["several"] });
});

test("if it is not clear which place it is, all of them are named, and their conditions are not", () => {
  const [definition] = explained({}, ["a"], "{ config = mkMerge [ { a = 1; } (mkIf c { a = 2; }) ]; }").definitions;
  expect(definition).toMatchObject({ placeClass: "heuristic", places: [{ text: "1" }, { text: "2" }], conditions: [] });
});

test("a file that is not there has no places", () => {
  const { definitions } = explain(["a"], answer, (file) => ({ name: file, isOwn: false }));
  expect(definitions).toMatchObject([{ file: "/m.nix", places: [], placeClass: "unknown" }]);
});

const listed = (elements: readonly string[], definitions: OptionAnswer["definitions"]): Partial<OptionAnswer> => ({
  value: "[ … ]",
  elements,
  outcome: null,
  definitions,
});
const two: OptionAnswer["definitions"] = [
  { file: "/m.nix", number: 0, around: [{ kind: "order", priority: 1500 }], elements: ["3"], count: 1 },
  { file: "/m.nix", number: 0, around: [], elements: ["1", "2"], count: 2 },
];
const mergedList = "{\n  a = mkMerge [ (mkAfter [ 3 ]) [ 1\n    2 ] ];\n}";

test("each element of a list is told with its definition and its place", () => {
  expect(explained(listed(["1", "2", "3"], two), ["a"], mergedList).elements).toEqual([
    { value: "1", definition: 0, place: { file: "/m.nix", line: 2, column: 35 }, class: "certain" },
    { value: "2", definition: 0, place: { file: "/m.nix", line: 3, column: 5 }, class: "certain" },
    { value: "3", definition: 1, place: { file: "/m.nix", line: 2, column: 28 }, class: "certain" },
  ]);
});

test("elements of a list that a function has changed are those that are equal", () => {
  expect(explained(listed(["3", "2", "9"], two), ["a"], mergedList).elements).toMatchObject([
    { value: "3", definition: 1, class: "heuristic" },
    { value: "2", definition: 0, class: "heuristic" },
    { value: "9", class: "unknown" },
  ]);
});

test("what a position leads to is certain, also in another file, and in a module that has none", () => {
  const position = { file: "/lib.nix", line: 1, column: 10 };
  const read = (file: string) => ({
    name: file,
    isOwn: file !== "<unknown-file>",
    ...(file === "/lib.nix" ? { source: Buffer.from("name: { ${name} = name + 1; }") } : {}),
  });
  const place = (file: string) =>
    explain(["a"], { ...answer, definitions: [{ ...answer.definitions![0]!, file, number: 0, position }] }, read)
      .definitions[0];
  expect(place("/m.nix")).toMatchObject({ file: "/m.nix", placeClass: "unknown" });
  position.column = 9;
  expect(place("/m.nix")).toMatchObject({
    file: "/m.nix",
    placeClass: "certain",
    places: [{ file: "/lib.nix", column: 9, text: "name + 1" }],
  });
  expect(place("<unknown-file>")).toMatchObject({ file: "/lib.nix", isOwn: true, placeClass: "certain" });
});
