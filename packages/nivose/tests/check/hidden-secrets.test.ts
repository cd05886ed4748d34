/** No report shows a secret, whichever rule tells of the place where it stands. */
import { expect, test } from "vitest";
import { checkFiles, everything, filesOf } from "./example-fleet.ts";

test.each([
  ["a value of another type", "wrong-type", "{\n  users.users.ada.password = 42424242;\n}\n", "42424242"],
  [
    "a line beside the finding",
    "unknown-option",
    '{\n  users.users.ada.password = "kohlrabi-42";\n  users.users.ada.shel = "x";\n}\n',
    "kohlrabi",
  ],
  [
    "values that contradict each other",
    "conflicting-definitions",
    {
      "machine.nix": '{\n  imports = [ ./b.nix ];\n  users.users.ada.password = "kohlrabi-42";\n}\n',
      "b.nix": '{\n  users.users.ada.password = "sellerie-43";\n}\n',
    },
    "kohlrabi",
  ],
  ["a list in its place", "wrong-type", '{\n  users.users.ada.hashedPassword = [ "kohlrabi-42" ];\n}\n', "kohlrabi"],
  ["a set in its place", "wrong-type", '{\n  users.users.ada.password = { text = "kohlrabi-42"; };\n}\n', "kohlrabi"],
  [
    "a name for it that contradicts another value",
    "conflicting-definitions",
    '{ lib, ... }:\nlet\n  pw = "kohlrabi-42";\nin\n{\n  users.users = lib.mkMerge [ { ada.password = pw; } { ada.password = "sellerie-43"; } ];\n}\n',
    "sellerie",
  ],
] as const)("%s", async (_, code, files, secret) => {
  const { text, findings } = await checkFiles(filesOf(files), { ...everything, only: [code] });
  expect(findings.map(({ rule }) => rule)).toContain(code);
  expect(text).not.toContain(secret);
});
