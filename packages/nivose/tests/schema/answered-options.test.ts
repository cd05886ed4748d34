import { expect, test } from "vitest";
import { optionsAnswered } from "../../src/schema/read/options.ts";
import type { AnsweredOption, AnsweredSet } from "../../src/schema/read/question.ts";

const about = { roots: ["/nixpkgs"], libNames: new Set<string>() };
const text = { name: "str", description: "string" };
const entries = (options: AnsweredSet, kind = "attrsOf"): AnsweredOption => ({
  type: {
    name: kind,
    description: `${kind} submodule`,
    element: { name: "submodule", description: "submodule", options },
  },
});
const optionsOf = (answer: AnsweredSet) => JSON.parse(JSON.stringify(optionsAnswered(answer, about).options));

test("what a submodule defines itself has a default that is known if it is called like its entry", () => {
  const options: AnsweredSet = {
    name: { type: text, given: { value: "‹name›" } },
    unit: { type: text, given: { value: "‹name›.service" } },
    folder: { type: text, given: { value: "/var/lib/‹name›" } },
    other: { type: text, given: {} },
    needed: { type: text },
  };
  const { a, b } = { a: { entries: entries(options) }, b: { elements: entries(options, "listOf") } };
  const found = optionsAnswered(a, about);
  expect(found.options["entries"]).toEqual([
    [
      "described",
      [
        "attrsOf",
        [
          "submodule",
          {
            folder: ["str", { computed: "unknown" }],
            name: ["str", { computed: "here" }],
            needed: ["str"],
            other: ["str", { computed: "unknown" }],
            unit: ["str", { computed: "here" }],
          },
        ],
      ],
      "attrsOf submodule",
    ],
  ]);
  expect([...found.expressions].map(([path, { text: made }]) => `${path}: ${made}`)).toEqual([
    "entries.<name>.name: name",
    `entries.<name>.unit: "\${name}.service"`,
  ]);
  expect(JSON.stringify(optionsOf(b))).not.toContain("here");
});

test("what is called `name` has the name of the innermost submodule, which elements of lists have as well", () => {
  const member = (kind: string): AnsweredOption =>
    entries(
      { name: { type: text, default: { value: "‹name›" } }, id: { type: text, default: { value: "‹name›" } } },
      kind,
    );
  const { expressions } = optionsAnswered({ sets: entries({ list: member("listOf"), set: member("attrsOf") }) }, about);
  expect([...expressions].map(([path, { names, text: made }]) => `${path}: ${names.join(" ")}: ${made}`)).toEqual([
    `sets.<name>.list.*.name: name1 name: "\${name}"`,
    `sets.<name>.set.<name>.name: name1 name: "\${name}"`,
  ]);
});

test("a submodule may be told from another by what a value has", () => {
  const answer: AnsweredSet = {
    mark: { type: { name: "submodule", description: "mark", needs: ["url"], options: { url: { type: text } } } },
  };
  expect(optionsOf(answer)).toEqual({
    mark: [["described", ["having", ["submodule", { url: ["str"] }], ["url"]], "mark"]],
  });
});

test("whole sets have old names, and old names have older ones", () => {
  const to = (alias: string): AnsweredOption => ({ type: text, alias, hidden: true });
  const answer: AnsweredSet = {
    old: to("new"),
    older: to("old"),
    new: { type: text },
    set: { set: { inner: { type: text } } },
    was: to("set"),
    before: to("set"),
    check: to("_module.check"),
  };
  const found = optionsAnswered(answer, about);
  expect(found.options["new"]).toEqual(["str", { from: [{ path: ["old"], below: [], earlier: [["older"]] }] }]);
  expect(found.renamedSets).toEqual({ set: [["was"], ["before"]], _module: { check: [["check"]] } });
});
