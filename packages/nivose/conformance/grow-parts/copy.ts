/** A copy of a repository that commands are tried on: what they change, line by line, and what is left when they are taken back. */

import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

const bin = path.resolve(import.meta.dirname, "../../bin/nivose.js");

export interface Told {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

export interface Lines {
  readonly plus: number;
  readonly minus: number;
  /** Files with a comment less, or with comments in another order. */
  readonly withoutComments: readonly string[];
}

export class Copy {
  readonly folder: string;

  constructor(name: string, below: string) {
    this.folder = path.join(mkdtempSync(path.join(below, "grow-parts-")), name);
    mkdirSync(this.folder);
  }

  /** As it is on the disk, without its history. */
  take(from: string): void {
    cpSync(from, this.folder, { recursive: true, filter: (file) => path.basename(file) !== ".git" });
  }

  /**
   * A tree with changes has no revision, and a system may say of which revision it is: one that has changes before and after says the
   * same.
   */
  commit(): void {
    this.git("init", "--quiet");
    this.git("add", "--all", "--force");
    this.git("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "--quiet", "--message", "All");
    this.#makeDirty();
  }

  reset(): void {
    this.git("reset", "--quiet", "--hard");
    this.git("clean", "--quiet", "-d", "--force");
    this.#makeDirty();
  }

  delete(): void {
    rmSync(path.dirname(this.folder), { recursive: true, force: true });
  }

  /** All files with their contents. */
  state(): string {
    this.git("add", "--all");
    return this.git("write-tree");
  }

  /** Of files that were there in another state. */
  linesSince(state: string): Lines {
    const changed = this.git("diff", "--numstat", "--no-renames", "--diff-filter=M", state)
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => line.split("\t") as [string, string, string]);
    return {
      plus: changed.reduce((sum, [plus]) => sum + Number(plus), 0),
      minus: changed.reduce((sum, [, minus]) => sum + Number(minus), 0),
      withoutComments: changed
        .map(([, , file]) => file)
        .filter((file) => file.endsWith(".nix"))
        .filter((file) => !isWithin(commentsIn(this.git("show", `${state}:${file}`)), commentsIn(this.read(file)))),
    };
  }

  read(file: string): string {
    return readFileSync(path.join(this.folder, file), "utf8");
  }

  /** The folder of the flake that a file belongs to. Those in templates are none yet. */
  flakeOf(file: string): string {
    for (let folder = path.dirname(file); folder !== "."; folder = path.dirname(folder))
      if (this.git("ls-files", `${folder}/flake.nix`) !== "" && !folder.split("/").includes("templates")) return folder;
    return "";
  }

  git(...words: readonly string[]): string {
    return execFileSync("git", words, { cwd: this.folder, encoding: "utf8", maxBuffer: 2 ** 28 }).trim();
  }

  nivose(...words: readonly string[]): Told {
    return spawnSync(process.execPath, [bin, ...words], { cwd: this.folder, encoding: "utf8", maxBuffer: 2 ** 28 });
  }

  #makeDirty(): void {
    writeFileSync(path.join(this.folder, "not-committed"), "");
    this.git("add", "not-committed");
  }
}

function commentsIn(text: string): readonly string[] {
  return text.match(/(?<=^|\s)#[^\n]*/gmu) ?? [];
}

/** Whether all are there in their order, perhaps with others between them. */
function isWithin(some: readonly string[], all: readonly string[]): boolean {
  let next = 0;
  for (const each of all) if (each === some[next]) next++;
  return next === some.length;
}
