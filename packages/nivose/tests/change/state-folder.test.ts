import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { repositoryAround } from "../../src/change/repository.ts";
import { stateFolderOf } from "../../src/change/state-folder.ts";
import { file, removeScratchFolders, scratchFolder, writeTree } from "./support/scratch.ts";

afterAll(removeScratchFolders);

const STATE = "/home/me/.local/state";

test("in a repository, the journals are in its .git, also for a folder below the top", () => {
  const top = scratchFolder();
  execFileSync("git", ["init", "--quiet"], { cwd: top });
  mkdirSync(join(top, "a/b"), { recursive: true });
  expect(stateFolderOf(top, STATE)).toBe(join(top, ".git/nivose"));
  expect(stateFolderOf(join(top, "a/b"), STATE)).toBe(join(top, ".git/nivose"));
});

test("a worktree has journals of its own", () => {
  const folder = scratchFolder();
  writeTree(folder, {
    "main/.git/HEAD": file("ref: refs/heads/main\n"),
    "main/.git/worktrees/other/HEAD": file("ref: refs/heads/other\n"),
    "other/.git": file("gitdir: ../main/.git/worktrees/other\n"),
  });
  const gitFolder = join(folder, "main/.git/worktrees/other");
  expect(repositoryAround(join(folder, "other/deep/er"))).toStrictEqual({ top: join(folder, "other"), gitFolder });
  expect(stateFolderOf(join(folder, "other"), STATE)).toBe(join(gitFolder, "nivose"));
});

test("without a repository, every root has a folder in the user's state", () => {
  const folder = scratchFolder();
  writeTree(folder, { "looks/.git/config": file("no HEAD"), "looks/like/.git": file("no gitdir") });
  expect(repositoryAround(join(folder, "looks/like"))).toBeUndefined();
  const [one, other] = ["looks", "looks/like"].map((root) => stateFolderOf(join(folder, root), STATE));
  expect(one).toMatch(/^\/home\/me\/\.local\/state\/nivose\/[0-9a-f]{32}$/);
  expect(other).not.toBe(one);
});
