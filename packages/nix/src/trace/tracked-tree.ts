/** A source as it is now: a folder, or what Git knows of a working tree. */

import { existsSync, lstatSync, readdirSync } from "node:fs";
import { dirname } from "node:path/posix";
import { readWorkingTree, type WorkingTree } from "../git/working-tree.ts";
import { runGit } from "../git/run-git.ts";
import { diskTree } from "../store/disk-tree.ts";
import { hashNar } from "../store/nar.ts";
import { printHash } from "../store/hash-text.ts";
import { type Stamp, stampOf } from "./stamp.ts";
import type { SourceTrace } from "./trace.ts";

export type Environment = (name: string) => string | undefined;

export class SourceNow {
  readonly #folder: string;
  readonly #kind: SourceTrace["kind"];
  readonly #environment: Environment;
  #tree: WorkingTree | undefined;
  #kept: Set<string> | undefined;
  #narHash: string | undefined;
  #stamp: Stamp | undefined;

  constructor(folder: string, kind: SourceTrace["kind"], environment: Environment) {
    this.#folder = folder;
    this.#kind = kind;
    this.#environment = environment;
  }

  /** Whether a path, relative to the folder, is part of the source if something is there. */
  isPart(path: string): boolean {
    return this.#kind === "folder" || this.#parts.has(path);
  }

  names(path: string): string[] {
    const place = path === "" ? this.#folder : `${this.#folder}/${path}`;
    const names = readdirSync(Buffer.from(place, "latin1"), "latin1");
    return names.filter((name) => this.isPart(path === "" ? name : `${path}/${name}`));
  }

  get head(): string | undefined {
    return this.#kind === "git" ? this.#workingTree.head : undefined;
  }

  get isDirty(): boolean | undefined {
    if (this.#kind === "folder") return undefined;
    return this.#workingTree.changed.length > 0 || this.#workingTree.deleted.length > 0;
  }

  /** `known` is what it was once. */
  narHash(known: Pick<SourceTrace, "narHash" | "stamp">): string {
    if (known.stamp !== undefined && known.stamp === this.#stamped.text) return known.narHash;
    const tree = { ...diskTree, readFolder: (place: string) => this.names(place.slice(this.#folder.length + 1)) };
    return (this.#narHash ??= printHash(hashNar(tree, this.#folder).hash, "sri"));
  }

  /** Seconds: when something in a folder was changed last. */
  get modified(): number | undefined {
    return this.#kind === "folder" ? this.#stamped.modified : undefined;
  }

  get #stamped(): Stamp {
    const top = this.#folder;
    const kept =
      this.#kind === "git"
        ? new Set([...this.#parts].map((path) => (path === "" ? top : `${top}/${path}`)))
        : undefined;
    return (this.#stamp ??= stampOf(top, kept));
  }

  /** Is there before the working tree is asked for, which takes Git longer. */
  get #parts(): ReadonlySet<string> {
    if (this.#kept !== undefined) return this.#kept;
    const [all, gone] = [
      ["ls-files", "-z"],
      // unlike `ls-files --deleted`, it knows that a file is gone where there is a folder by now, or a link to one around it
      ["diff-files", "-z", "--name-only", "--diff-filter=D", "--ignore-submodules=all"],
    ].map((args) => this.#git(args).split("\0").filter(Boolean));
    const deleted = new Set(gone);
    const kept = new Set([""]);
    for (const file of all!) {
      if (deleted.has(file)) continue;
      for (let path = file; !kept.has(path); path = parentOf(path)) kept.add(path);
    }
    return (this.#kept = kept);
  }

  get #workingTree(): WorkingTree {
    return (this.#tree ??= readWorkingTree(this.#folder, (args) => this.#git(args)));
  }

  #git(args: readonly string[]): string {
    const result = runGit(this.#folder, args, this.#environment);
    if ("error" in result) throw result.error;
    if (result.status !== 0) throw new Error(`git ${args.join(" ")} failed in '${this.#folder}'`);
    return result.output.toString("latin1");
  }
}

function parentOf(path: string): string {
  const parent = dirname(path);
  return parent === "." ? "" : parent;
}

/** Whether the source is there at all as what it was. */
export function isStillThere(folder: string, kind: SourceTrace["kind"]): boolean {
  const native = Buffer.from(folder, "latin1");
  const isThere = lstatSync(native, { throwIfNoEntry: false })?.isDirectory() === true;
  return isThere && (kind === "folder" || existsSync(Buffer.from(`${folder}/.git`, "latin1")));
}
