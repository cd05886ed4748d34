import { expect, test } from "vitest";
import { readShownDerivations } from "../../src/cli/shown-derivations.ts";

const sound = { args: [], builder: "b", env: {}, inputDrvs: {}, inputSrcs: [], name: "n", outputs: {}, system: "s" };

test("derivations are read", () => {
  const text = JSON.stringify({ "/a.drv": { ...sound, inputDrvs: { "/b.drv": { outputs: ["out"] } } } });
  expect(readShownDerivations(text)).toEqual(JSON.parse(text));
});

test.each([
  ["", "it is no JSON, or not all of it"],
  ['{\n"ä": bad }', "it is no JSON, or not all of it"],
  ["[]", "it is no object of derivations by their paths"],
  ["null", "it is no object of derivations by their paths"],
  ['{ "a": 1 }', "'a' is no derivation"],
  ['{ "/a.drv": {} }', "in '/a.drv', 'args' is missing"],
  [
    JSON.stringify({ "/a.drv": { ...sound, inputDrvs: { "/b.drv": 1 } } }),
    "in '/a.drv', 'inputDrvs' is not what it is in a derivation",
  ],
])("%s is refused", (text, reason) => {
  expect(readShownDerivations(text)).toBe(reason);
});
