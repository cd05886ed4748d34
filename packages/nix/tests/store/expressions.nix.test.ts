/** Real Nix on the same list: all that give a value in one process, and those that fail one after the other. */

import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { needs, realNix } from "../../../nivose/tests/needs.ts";
import { expectedResults, folder, withoutFolder } from "./expressions.ts";

const all = Object.entries(expectedResults());
const values = all.filter(([, result]) => !result.startsWith("error: "));
const errors = all.filter(([, result]) => result.startsWith("error: "));

/** Naming a path of the store makes Nix look for it, unless it only reads; we never do. */
const namesStorePath = (text: string): boolean => text.includes("ffffffffffffffff");

describe.runIf(needs("nix-2.26"))("Nix 2.26", () => {
  test.each([
    ["that name no store path", values.filter(([text]) => !namesStorePath(text))],
    ["that do", values.filter(([text]) => namesStorePath(text))],
  ])("gives the same values: expressions %s", (_what, group) => {
    const list = `[ ${group.map(([text]) => `(${text})`).join(" ")} ]`;
    expect(byNix(list)).toBe(`[ ${group.map(([, result]) => result).join(" ")} ]`);
  });

  test.each(errors)("refuses %s", (text, result) => {
    expect(byNix(text)).toBe(result);
  });
});

function byNix(text: string): string {
  const flags = ["--eval", "--strict", ...(namesStorePath(text) ? [] : ["--read-write-mode"])];
  // a relative path on the command line would start from the working folder
  const expression = text.replaceAll("./", `${folder}/`);
  const { status, stdout, stderr } = spawnSync(realNix(), ["nix-instantiate", ...flags, "-E", expression], {
    encoding: "utf8",
  });
  if (status === 0) return withoutFolder(stdout.trimEnd());
  const error = stderr.split(/^ *error: /m).at(-1)!;
  return `error: ${withoutFolder(
    error
      .replaceAll("\n       ", "\n")
      .replace(/\nat [^]*$/, "")
      .trimEnd(),
  )}`;
}
