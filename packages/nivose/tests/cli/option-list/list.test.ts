import { describe, expect, test } from "vitest";
import { chooseOption } from "../../../src/cli/option-list/choose.ts";
import { drawList } from "../../../src/cli/option-list/screen.ts";
import { openList } from "../../../src/cli/option-list/state.ts";
import type { Key } from "../../../src/cli/context.ts";
import type { FleetOption } from "../../../src/explain/options/fleet-options.ts";
import { plain } from "../../../src/report/style.ts";
import { textWidth } from "../../../src/report/terminal-text.ts";
import { fakeContext } from "../fake-context.ts";

const option = (name: string): FleetOption => ({
  name,
  type: "boolean",
  default: "false",
  description: `Whether to enable ${"very ".repeat(20)}much.`,
  declared: ["modules/m.nix"],
  hosts: ["luna"],
  setBy: [],
});
const all = ["a.one", "a.two", "a.three", "b.one"].map(option);

/** `<down>` is a key, `^c` is one with Ctrl, everything else is typed. */
function keysOf(text: string): Key[] {
  return [...text.matchAll(/<(\w+)>|\^(\w)|./gu)].map(([typed, name, control]) => {
    if (control !== undefined) return { name: control, text: undefined, isControl: true };
    return name === undefined
      ? { name: typed, text: typed, isControl: false }
      : { name, text: undefined, isControl: false };
  });
}

async function chosenBy(text: string, query = ""): Promise<string | undefined> {
  const keys = keysOf(text);
  let isClosed = false;
  const context = fakeContext({
    openKeys: async () => ({
      next: async () => keys.shift(),
      size: () => ({ columns: 40, rows: 12 }),
      close: () => (isClosed = true),
    }),
  });
  const [chosen] = await chooseOption(query, all, 1, context);
  expect(isClosed).toBe(true);
  return chosen?.name;
}

describe("the keys of the list", () => {
  test.each<[string, string | undefined]>([
    ["<return>", "a.one"],
    ["<down><down><return>", "a.two"],
    ["<down><down><down><down><down><return>", "b.one"],
    ["<end><up><return>", "a.two"],
    ["<down><up><up><return>", "a.one"],
    ["b<return>", "b.one"],
    ["two<return>", "a.two"],
    ["twx<backspace>o<return>", "a.two"],
    ["nothing<return>^ub<return>", "b.one"],
    ["a tw^w^wb<return>", "b.one"],
    ["<escape>", undefined],
    ["^c", undefined],
    ["", undefined],
  ])("%s", async (keys, expected) => {
    expect(await chosenBy(keys)).toBe(expected);
  });

  test("what was asked for is there from the beginning", async () => {
    expect(await chosenBy("<return>", "three")).toBe("a.three");
  });
});

test.each([
  [40, 12],
  [20, 5],
  [10, 3],
])("a screen of %i columns and %i rows is filled and not more", (columns, rows) => {
  const lines = drawList({ ...openList("o", all), chosen: 1 }, 1, { columns, rows }, plain);
  expect(lines.length).toBeLessThanOrEqual(rows);
  for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(columns);
  expect(lines[0]).toBe("option: o");
});

test("the chosen one is told below the list", () => {
  const lines = drawList(openList("two", all), 1, { columns: 40, rows: 24 }, plain);
  expect(lines).toContain("> a.two  boolean");
  expect(lines).toContain("  declared  modules/m.nix");
});
