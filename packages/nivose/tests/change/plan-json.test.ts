import { Edit } from "@nivose/nix/syntax";
import { describe, expect, test } from "vitest";
import { fingerprintOfFile, fingerprintOfLink } from "../../src/change/fingerprint.ts";
import { createFile, createLink, deleteFile, editFile, moveFile, type Plan } from "../../src/change/plan.ts";
import { planFromJson, planToJson } from "../../src/change/plan-json.ts";

const source = Buffer.from("{ }\n");
const plan: Plan = {
  title: "Add host luna",
  changes: [
    editFile("flake.nix", source, [
      Edit.insert(2, "luna = 1; "),
      Edit.replace({ start: 3, end: 4 }, Buffer.from([0xff])),
    ]),
    createFile("hosts/luna.nix", "\ufeff{ é }\n", 0o755),
    createLink("hosts/current", "luna.nix"),
    moveFile("a", "b", fingerprintOfFile(source)),
    deleteFile("c", fingerprintOfLink("d")),
  ],
};

test("a saved plan is readable, and base64 is used only where it must be", () => {
  expect(planToJson(plan)).toMatchInlineSnapshot(`
    "{
      "format": "nivose-plan",
      "version": 1,
      "title": "Add host luna",
      "changes": [
        {
          "kind": "edit",
          "path": "flake.nix",
          "before": "sha256-HW+qnhp20T86uFWKNkAVix8KVPYkpON93D70HtQZEFg=",
          "splices": [
            {
              "start": 2,
              "end": 2,
              "text": "luna = 1; "
            },
            {
              "start": 3,
              "end": 4,
              "base64": "/w=="
            }
          ]
        },
        {
          "kind": "create",
          "path": "hosts/luna.nix",
          "mode": "755",
          "text": "\ufeff{ é }\\n"
        },
        {
          "kind": "link",
          "path": "hosts/current",
          "target": "luna.nix"
        },
        {
          "kind": "move",
          "path": "a",
          "to": "b",
          "before": "sha256-HW+qnhp20T86uFWKNkAVix8KVPYkpON93D70HtQZEFg="
        },
        {
          "kind": "delete",
          "path": "c",
          "before": "link:d"
        }
      ]
    }
    "
  `);
});

test("it is read as it was", () => {
  const read = planFromJson(planToJson(plan));
  expect(read.ok).toBe(true);
  expect(read.ok && planToJson(read.value)).toBe(planToJson(plan));
});

describe("what is no plan is refused, and the place is named:", () => {
  const change = (fields: object): string =>
    JSON.stringify({ format: "nivose-plan", version: 1, title: "T", changes: [fields] });
  const hash = fingerprintOfFile(source);

  test.each([
    ["no JSON", "{", "change-plan-json", "this is no saved plan: expected JSON"],
    ["an array", "[]", "change-plan-json", "this is no saved plan: expected an object"],
    ["another document", "{}", "change-plan-json", 'this is no saved plan: format must be "nivose-plan"'],
    [
      "a later version",
      '{"format":"nivose-plan","version":2}',
      "change-plan-version",
      "the plan is of version 2, and this Nivose reads version 1",
    ],
    [
      "no title",
      '{"format":"nivose-plan","version":1}',
      "change-plan-json",
      "this is no saved plan: title must be a string",
    ],
    [
      "an unknown change",
      change({ kind: "chown", path: "a" }),
      "change-plan-json",
      'this is no saved plan: changes[0].kind must be "edit", "create", "link", "move" or "delete"',
    ],
    [
      "a wrong hash",
      change({ kind: "delete", path: "a", before: "sha256-x" }),
      "change-plan-json",
      'this is no saved plan: changes[0].before must be a hash ("sha256-…") or "link:…"',
    ],
    [
      "a wrong mode",
      change({ kind: "create", path: "a", mode: "4755", text: "" }),
      "change-plan-json",
      'this is no saved plan: changes[0].mode must be octal, as "644"',
    ],
    [
      "a number as mode",
      change({ kind: "create", path: "a", mode: 644, text: "" }),
      "change-plan-json",
      'this is no saved plan: changes[0].mode must be octal, as "644"',
    ],
    [
      "broken base64",
      change({ kind: "create", path: "a", mode: "644", base64: "_w" }),
      "change-plan-json",
      "this is no saved plan: changes[0].base64 must be base64 with padding",
    ],
    [
      "an offset that is none",
      change({ kind: "edit", path: "a", before: hash, splices: [{ start: -1, end: 2, text: "" }] }),
      "change-plan-json",
      "this is no saved plan: changes[0].splices[0].start must be a number of bytes",
    ],
    [
      "a range backwards",
      change({ kind: "edit", path: "a", before: hash, splices: [{ start: 3, end: 2, text: "" }] }),
      "change-plan-json",
      "this is no saved plan: changes[0].splices[0].end must be at least its start",
    ],
    [
      "half a character",
      change({ kind: "create", path: "a", mode: "644", text: "\ud800" }),
      "change-plan-json",
      "this is no saved plan: changes[0].text must be a string",
    ],
    [
      "a path outside",
      change({ kind: "create", path: "../a", mode: "644", text: "" }),
      "change-path",
      "this path cannot be in a plan: it contains ..",
    ],
  ])("%s", (_, text, code, message) => {
    const read = planFromJson(text);
    expect(read.ok ? [] : read.problems.map((problem) => [problem.code, problem.text])).toStrictEqual([
      [code, message],
    ]);
  });
});
