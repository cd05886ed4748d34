/** Names that completion offers of what is in a repository, or could be. */

import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verbs } from "../../src/cli/app.ts";
import { suggest } from "../../src/cli/completion/complete.ts";
import { fakeContext } from "./fake-context.ts";

const top = path.resolve(import.meta.dirname, "../../../..");

let folder: string;
beforeAll(() => {
  // the repository of the examples is another one, as long as they are in it
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), "nivose-names-")));
  for (const name of ["homelab", "multi-flake"])
    cpSync(path.join(top, "examples", name), path.join(folder, name), { recursive: true });
  // flakes in folders are found in a repository of Git
  for (const words of [
    ["init", "--quiet"],
    ["add", "--all"],
  ])
    spawnSync("git", words, { cwd: path.join(folder, "multi-flake") });
  cpSync(path.join(top, "fixtures/sites/nixos-systems/site"), path.join(folder, "site"), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function offered(name: string, ...words: string[]): Promise<readonly string[]> {
  const { suggestions } = await suggest(
    verbs,
    [...words, ""],
    fakeContext({ cwd: path.join(folder, name), environment: process.env }),
  );
  return suggestions.map(({ word }) => word);
}

test.each([
  [["remove", "host"], "luna"],
  [["remove", "user"], "ry"],
  [["remove", "service"], "adguardhome"],
  [["remove", "service", "--on"], "luna"],
  [["remove", "role"], "edge"],
  [["remove", "package"], "kubectl-nodepods"],
  [["remove", "shell"], "python"],
  [["remove", "overlay"], "modifications"],
  [["add", "service", "x", "--on"], "luna"],
  [["add", "user", "x", "--on"], "luna"],
  [["add", "host", "x", "--like"], "luna"],
  [["add", "host", "x", "--disk"], "btrfs"],
  [["add", "host", "x", "--hardware"], "raspberry-pi"],
  [["add", "host", "x", "--role"], "edge"],
])("in a repository of ours, %j has its names", async (words, name) => {
  const names = await offered("homelab", ...words);
  expect(names).toContain(name);
  expect(names).not.toContain("default");
});

test.each([
  [["remove", "flake"], "services"],
  [["add", "flake", "x", "--input"], "services"],
  [["remove", "module"], "base-system"],
  [["remove", "profile"], "desktop"],
])("in one of several flakes, %j has its names", async (words, name) => {
  expect(await offered("multi-flake", ...words)).toContain(name);
});

test.each([
  [["remove", "host"], "maia"],
  [["add", "host", "x", "--like"], "maia"],
  [["add", "user", "x", "--on"], "maia"],
  [["add", "host", "x", "--disk"], "labels"],
  [["add", "host", "x", "--hardware"], "intel"],
])("in a repository of another layout, %j has its names", async (words, name) => {
  expect(await offered("site", ...words)).toContain(name);
});

test("no service is offered to be removed that is not there", async () => {
  expect(await offered("homelab", "remove", "service")).not.toContain("grafana");
});
