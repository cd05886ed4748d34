/** Files that are none, have no end, or lead nowhere. */

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { runEvaluation } from "../../src/evaluation.ts";

const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "nivose-files-")));
afterAll(() => rmSync(folder, { recursive: true }));

mkdirSync(path.join(folder, "folder"));
symlinkSync("nowhere", path.join(folder, "broken"));
symlinkSync("two", path.join(folder, "one"));
symlinkSync("one", path.join(folder, "two"));
writeFileSync(Buffer.concat([Buffer.from(`${folder}/folder/no-`), Buffer.of(0xff), Buffer.from("-text")]), "");
const hasPipe = spawnSync("mkfifo", [path.join(folder, "pipe")]).status === 0;

function result(text: string): string {
  const reply = runEvaluation(
    {
      expression: { kind: "text", text: Buffer.from(text), name: "text", folder },
      selections: [""],
      args: [],
      output: "value",
      strict: true,
      location: false,
      settings: {},
    },
    () => {},
  );
  return (reply.ok ? reply.output.trimEnd() : reply.failure.text).replaceAll(folder, "");
}

test.each([
  ["builtins.readFile ./folder", "reading from file '/folder': Is a directory"],
  ["import ./folder", "opening file '/folder/default.nix': No such file or directory"],
  ["builtins.readFile ./broken", "opening file '/nowhere': No such file or directory"],
  ["import ./broken", "path '/nowhere' does not exist"],
  ["builtins.readFile ./one", "infinite symlink recursion in path '/one'"],
  ["builtins.readDir ./one", "infinite symlink recursion in path '/one'"],
  ["import ./one", "too many symbolic links encountered while traversing the path '/two'"],
  ["builtins.pathExists ./one", "true"],
  ['builtins.pathExists (./. + "/one/x")', "infinite symlink recursion in path '/one/x'"],
  ["builtins.readDir ./broken", "reading directory /nowhere: No such file or directory"],
  ["builtins.readDir ./folder", '{ "no-\u00ff-text" = "regular"; }'],
])("%s", (text, expected) => expect(result(text)).toBe(expected));

test.runIf(hasPipe)("nobody waits for a pipe", () => {
  const refused = "'/pipe' is a pipe, which evaluation does not wait for";
  expect(result("builtins.readFile ./pipe")).toBe(refused);
  expect(result("import ./pipe")).toBe(refused);
  expect(result('builtins.hashFile "sha256" ./pipe')).toBe(refused);
  expect(result("builtins.readFileType ./pipe")).toBe('"unknown"');
  expect(result('"${./pipe}"')).toBe("file '/pipe' has an unsupported type");
});

test.runIf(process.platform === "linux")("what has no end has no bytes for Nix", () => {
  expect(result("builtins.readFile /dev/zero")).toBe('""');
  expect(result("builtins.readFile /proc/version")).toBe('""');
});
