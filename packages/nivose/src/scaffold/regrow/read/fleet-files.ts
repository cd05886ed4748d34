/** The files of a repository as those who read a fleet back from them look at them. What they cannot read is remembered. */

import type { Range } from "@nivose/nix/message";
import type { Ref } from "@nivose/nix/syntax";
import type { Repository } from "../../../check/source/repository.ts";
import { SourceFile } from "../../../check/source/source-file.ts";
import { attributeAt } from "../../edit/attributes.ts";
import type { GrowProblem } from "../../growth.ts";
import { scaffoldMessages } from "../../messages.ts";
import type { Plain } from "../../nix.ts";
import { Computed, membersOf, type Part, plainOf } from "./literal.ts";

export class FleetFiles {
  readonly #repository: Repository;
  readonly problems: GrowProblem[] = [];

  constructor(repository: Repository) {
    this.#repository = repository;
  }

  exists(path: string): boolean {
    return this.#repository.exists(path);
  }

  /** All Nix files, by their paths. */
  get all(): ReadonlyMap<string, SourceFile> {
    return this.#repository.files;
  }

  nix(path: string): SourceFile | undefined {
    const known = this.#repository.files.get(path);
    if (known !== undefined) return this.#sound(known);
    const bytes = this.#repository.read(path);
    if (bytes !== undefined) return this.#sound(new SourceFile(path, bytes));
    // what a link leads to may be anything, and is nothing that Git has
    if (this.exists(path)) this.#unfit(path, "it is a link, or no file");
    return undefined;
  }

  /** What cannot be read as Nix tells nothing, and what it does not tell would be taken for missing. */
  #sound(file: SourceFile): SourceFile {
    const [wrong] = file.tree.diagnostics;
    if (wrong !== undefined) this.#unfit(file.name, "it cannot be read", wrong.range);
    return file;
  }

  #unfit(path: string, why: string, range?: Range): void {
    if (this.problems.some(({ file }) => file === path)) return;
    const message = scaffoldMessages["grow-unfit"](path, why);
    this.problems.push({ message, file: path, ...(range === undefined ? {} : { range }) });
  }

  text(path: string): string {
    return new TextDecoder().decode(this.#repository.read(path)).replaceAll("\r\n", "\n");
  }

  /** What the first group of a pattern stands for in a file. */
  captured(path: string, pattern: RegExp): string | undefined {
    return pattern.exec(this.text(path))?.[1];
  }

  /** The members of a set by the path to it, the whole file's if it is empty. `what` it is, if it has to be there. */
  members(path: string, attributes: readonly string[], what: string): ReadonlyMap<string, Part> {
    const file = this.nix(path);
    if (file === undefined) return new Map();
    const place = attributes.length === 0 ? file.expression : this.#partAt(file, attributes);
    if (place === undefined) return new Map();
    return this.membersAt(path, place, what);
  }

  /** Those of a part of a file. */
  membersAt(path: string, part: Part, what: string): ReadonlyMap<string, Part> {
    const file = this.nix(path);
    if (typeof part !== "number") return part;
    if (file === undefined) return new Map();
    const members = membersOf(file.tree, part);
    if (!(members instanceof Computed)) return members;
    this.#remember(file, members, what);
    return new Map();
  }

  /** Data by the path to it; nothing if it is not there. */
  data(path: string, attributes: readonly string[], what: string): Plain | undefined {
    const file = this.nix(path);
    const found = file === undefined ? undefined : attributeAt(file, attributes);
    return found === undefined ? undefined : this.plain(path, found.value, what);
  }

  /** A part of a file as data. */
  plain(path: string, part: Part | undefined, what: string): Plain | undefined {
    const file = this.nix(path);
    if (file === undefined || part === undefined) return undefined;
    const value = plainOf(file.tree, part);
    if (!(value instanceof Computed)) return value;
    this.#remember(file, value, what);
    return undefined;
  }

  /** Whether a file says so: `a.b.enable = true`. */
  isOn(path: string, attributes: readonly string[]): boolean {
    const file = this.nix(path);
    const found = file === undefined ? undefined : attributeAt(file, attributes);
    return found !== undefined && file!.text(found.value) === "true";
  }

  #partAt(file: SourceFile, attributes: readonly string[]): Part | undefined {
    const whole = membersOf(file.tree, file.expression);
    if (whole instanceof Computed) return attributeAt(file, attributes)?.value;
    let part: Part | undefined = whole;
    for (const name of attributes) {
      if (typeof part === "number") {
        const inner: ReadonlyMap<string, Part> | Computed = membersOf(file.tree, part);
        if (inner instanceof Computed) return part;
        part = inner;
      }
      part = part?.get(name);
    }
    return part;
  }

  #remember(file: SourceFile, { ref }: { readonly ref: Ref }, what: string): void {
    // of a file that cannot be read that is said already
    if (file.tree.diagnostics.length > 0) return;
    this.problems.push({
      message: scaffoldMessages["grow-computed"](what),
      file: file.name,
      range: file.tree.range(ref),
    });
  }
}
