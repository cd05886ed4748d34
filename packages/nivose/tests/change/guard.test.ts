/** What real Git says of a file, and what the guard makes of it. */

import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Edit } from "@nivose/nix/syntax";
import { afterAll, describe, expect, test } from "vitest";
import { applyPlan } from "../../src/change/apply.ts";
import type { ChangeContext } from "../../src/change/context.ts";
import { fingerprintOfFile } from "../../src/change/fingerprint.ts";
import { createFile, deleteFile, editFile, moveFile, type Change } from "../../src/change/plan.ts";
import { file, readTree, removeScratchFolders, writeTree, type Tree } from "./support/scratch.ts";
import { worldWith } from "./support/world.ts";

afterAll(removeScratchFolders);

const bytes = (text: string): Uint8Array => Buffer.from(text);
const hash = (text: string): string => fingerprintOfFile(bytes(text));

/** Nothing of the user's own settings, and nothing of a repository that this runs in. */
const environment = {
  PATH: process.env["PATH"],
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "A",
  GIT_AUTHOR_EMAIL: "a@example.org",
  GIT_COMMITTER_NAME: "A",
  GIT_COMMITTER_EMAIL: "a@example.org",
};

function git(folder: string, ...args: string[]): void {
  execFileSync("git", args, { cwd: folder, env: environment, stdio: ["ignore", "ignore", "pipe"] });
}

function repository(tree: Tree): { root: string; context: ChangeContext } {
  const { root, context } = worldWith(tree);
  git(root, "init", "--quiet");
  git(root, "add", "--all");
  git(root, "commit", "--quiet", "--message", "All");
  return { root, context: { ...context, environment } };
}

/** What the guard says of each path, or that the plan was applied. */
function guarded(context: ChangeContext, ...changes: Change[]): string[] {
  const before = readTree(context.root);
  const outcome = applyPlan({ title: "Test", changes }, context);
  if (outcome.kind !== "refused") return [outcome.kind];
  expect(readTree(context.root)).toStrictEqual(before);
  return outcome.problems.map(({ code, path, text }) => `${code} ${path}: ${text}`);
}

const edit = (path: string, content: string): Change => editFile(path, bytes(content), [Edit.insert(0, "# ")]);
const unsaved = (path: string, state: string): string => `change-unsaved ${path}: the file is ${state}`;

describe("in a repository", () => {
  test("files that are as the last commit has them may change", () => {
    const { context } = repository({ a: file("a"), "d/b": file("b") });
    const changes = [edit("a", "a"), moveFile("d/b", "e/b", hash("b")), createFile("new", "")];
    expect(guarded(context, ...changes)).toStrictEqual(["applied"]);
  });

  test("modified files are refused, and only those", () => {
    const { root, context } = repository({ a: file("a"), b: file("b"), c: file("c") });
    for (const path of ["a", "c"]) writeFileSync(join(root, path), "mine");
    expect(guarded(context, edit("a", "mine"), edit("b", "b"))).toStrictEqual([
      unsaved("a", "modified since the last commit"),
    ]);
    expect(guarded(context, edit("b", "b"))).toStrictEqual(["applied"]);
  });

  test("staged files are refused", () => {
    const { root, context } = repository({ a: file("a") });
    writeTree(root, { new: file("n") });
    writeFileSync(join(root, "a"), "mine");
    git(root, "add", "--all");
    expect(guarded(context, deleteFile("a", hash("mine")), moveFile("new", "b", hash("n")))).toStrictEqual([
      unsaved("a", "staged, but in no commit"),
      unsaved("new", "staged, but in no commit"),
    ]);
    writeFileSync(join(root, "a"), "more");
    expect(guarded(context, edit("a", "more"))).toStrictEqual([unsaved("a", "staged, and modified after that")]);
  });

  test("untracked and ignored files are refused, also in a folder that is ignored as a whole", () => {
    const { root, context } = repository({ ".gitignore": file("*.local\nout/\n") });
    writeTree(root, { a: file("a"), "b.local": file("b"), "out/c": file("c"), "d/e": file("e") });
    const changes = [edit("a", "a"), edit("b.local", "b"), deleteFile("out/c", hash("c")), edit("d/e", "e")];
    expect(guarded(context, ...changes)).toStrictEqual(
      ["a", "b.local", "d/e", "out/c"].map((path) => unsaved(path, "not tracked by Git")),
    );
  });

  test("a new file is refused where a deletion is not yet in a commit", () => {
    const { root, context } = repository({ a: file("a"), b: file("b") });
    rmSync(join(root, "a"));
    git(root, "rm", "--quiet", "b");
    expect(guarded(context, createFile("a", ""), createFile("b", ""))).toStrictEqual([
      unsaved("a", "deleted, and the deletion is in no commit"),
      unsaved("b", "deleted in the index, and the deletion is in no commit"),
    ]);
  });

  test("files that Git was told not to look at are refused", () => {
    const { root, context } = repository({ a: file("a"), b: file("b") });
    git(root, "update-index", "--assume-unchanged", "a");
    git(root, "update-index", "--skip-worktree", "b");
    const state = "marked for Git as unchanged (assume-unchanged or skip-worktree)";
    expect(guarded(context, edit("a", "a"), edit("b", "b"))).toStrictEqual([unsaved("a", state), unsaved("b", state)]);
  });

  test("all of it is allowed if the user says so", () => {
    const { root, context } = repository({ a: file("a") });
    writeFileSync(join(root, "a"), "mine");
    const outcome = applyPlan({ title: "Test", changes: [edit("a", "mine")] }, context, { allowDirty: true });
    expect(outcome.kind).toBe("applied");
    expect(readTree(root)).toStrictEqual({ a: file("# mine") });
  });

  test("names are taken as they are, not as patterns", () => {
    const { root, context } = repository({ "[ab]": file("x"), ":(top)c": file("y"), "é\n": file("z"), a: file("a") });
    writeFileSync(join(root, "a"), "mine");
    expect(guarded(context, edit("[ab]", "x"), edit(":(top)c", "y"), edit("é\n", "z"))).toStrictEqual(["applied"]);
  });

  test("a root below the top of the repository is looked up there", () => {
    const { root, context } = repository({ "sub/a": file("a"), "sub/b": file("b") });
    writeFileSync(join(root, "sub/a"), "mine");
    const below = { ...context, root: join(root, "sub") };
    expect(guarded(below, edit("a", "mine"), edit("b", "b"))).toStrictEqual([
      unsaved("a", "modified since the last commit"),
    ]);
  });

  test("a repository within the repository is asked itself", () => {
    const { root, context } = repository({ a: file("a") });
    const inner = join(root, "inner");
    writeTree(root, { "inner/x": file("x") });
    git(inner, "init", "--quiet");
    git(inner, "add", "--all");
    git(inner, "commit", "--quiet", "--message", "Inner");
    expect(guarded(context, edit("a", "a"), edit("inner/x", "x"))).toStrictEqual(["applied"]);
  });

  test("the repository of a Git hook that started us is not asked", () => {
    const { context } = repository({ a: file("a") });
    const other = repository({ b: file("b") });
    const hook = { ...environment, GIT_DIR: join(other.root, ".git"), GIT_INDEX_FILE: join(other.root, ".git/index") };
    expect(guarded({ ...context, environment: hook }, edit("a", "a"))).toStrictEqual(["applied"]);
  });

  test("many files are asked for in several commands", () => {
    const folder = "long-name/".repeat(30);
    const tree = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`${folder}f${index}`, file("x")]));
    const { root, context } = repository(tree);
    const last = `${folder}f249`;
    writeFileSync(join(root, last), "mine");
    const changes = Object.keys(tree).map((path) => edit(path, path === last ? "mine" : "x"));
    expect(guarded(context, ...changes)).toStrictEqual([unsaved(last, "modified since the last commit")]);
  });
});

describe("where Git does not answer", () => {
  test("nothing is changed if it is not installed", () => {
    const { context } = repository({ a: file("a") });
    const [problem] = guarded({ ...context, environment: { PATH: "/nowhere" } }, edit("a", "a"));
    expect(problem).toMatch(/^change-git-failed .*: it is not installed$/);
  });

  test("nothing is changed if it refuses, and its reason is told", () => {
    const { root, context } = repository({ a: file("a") });
    writeFileSync(join(root, ".git/config"), "[broken");
    expect(guarded(context, edit("a", "a"))[0]).toMatch(/^change-git-failed .*: fatal: .*config/);
  });

  test("outside of a repository there is nothing to ask", () => {
    const { context } = worldWith({ a: file("a") });
    expect(guarded({ ...context, environment: { PATH: "/nowhere" } }, edit("a", "a"))).toStrictEqual(["applied"]);
  });

  test("a folder that only looks like a repository is none", () => {
    const { root, context } = worldWith({ a: file("a") });
    mkdirSync(join(root, ".git"));
    expect(guarded({ ...context, environment: { PATH: "/nowhere" } }, edit("a", "a"))).toStrictEqual(["applied"]);
  });
});
