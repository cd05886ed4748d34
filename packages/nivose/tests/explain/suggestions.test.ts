import { expect, test } from "vitest";
import { optionPathText, readOptionPath } from "../../src/explain/option-path.ts";
import { homePathFor, suggestionsFor } from "../../src/explain/suggestions.ts";

const options = ["services.openssh.enable", "services.nginx.enable", "programs.git.config"].map(readOptionPath);

test.each([
  ["openssh.enable", ["services.openssh.enable"]],
  ["enable", ["services.openssh.enable", "services.nginx.enable"]],
  ["services.opnssh.enable", ["services.openssh.enable"]],
  ["virtualisation.docker", []],
])("%s was perhaps meant to be %j", (written, expected) => {
  expect(suggestionsFor(readOptionPath(written), { options })).toEqual(expected);
});

test("an option of Home Manager is named with its person, if there is one", () => {
  const missing = { kind: "missing", at: [], options, isOfHome: true, people: ["ada"] } as const;
  const path = ["programs", "git", "userName"];
  expect(homePathFor(path, missing)).toBe("home-manager.users.ada.programs.git.userName");
  expect(homePathFor(path, { ...missing, people: ["ada", "bob"] })).toBe(
    "home-manager.users.NAME.programs.git.userName",
  );
  expect(homePathFor(path, { ...missing, isOfHome: false })).toBeUndefined();
});

test.each([
  ["a.b", ["a", "b"]],
  ['a."b.c".d', ["a", "b.c", "d"]],
  ['a."say \\"x\\""', ["a", 'say "x"']],
])("%s", (written, path) => {
  expect(readOptionPath(written)).toEqual(path);
  expect(optionPathText(path)).toBe(written);
});
