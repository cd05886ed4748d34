/** Which host something is about that is said of a person, and whether it can be said of some hosts only. */

import { Node } from "@nivose/nix/syntax";
import type { Repository } from "../../check/source/repository.ts";
import type { GrowProblem } from "../growth.ts";
import { scaffoldMessages } from "../messages.ts";
import { saidHosts } from "./hosts.ts";
import { isNamedFor } from "./own-files.ts";
import { literalName } from "./places.ts";
import type { HostItem } from "./said-host.ts";

export class UserHosts {
  readonly #names: readonly string[];
  readonly #on: readonly string[];
  /** Those that have accounts. */
  readonly #machines: readonly string[];

  constructor(repository: Repository, on: readonly string[]) {
    const all = saidHosts(repository);
    this.#names = all.map(({ name }) => name);
    this.#machines = all.filter(({ kind }) => kind !== "home").map(({ name }) => name);
    this.#on = on;
  }

  /** The host in whose folder a file is, or whose name it has. */
  ofFile(file: string): string | undefined {
    const parts = file.split("/").map((part) => part.replace(/\.nix$/u, ""));
    return this.#names.find((name) => parts.some((part) => isNamedFor(part, name)));
  }

  /** Whether a file is for a host that is asked for, or for no single one. */
  hasFile(file: string): boolean {
    return this.#isAsked(this.ofFile(file));
  }

  has(item: HostItem): boolean {
    return this.#isAsked(this.#of(item));
  }

  /** Of files that a computed path may lead to, those that are for hosts, if some are: the others are something else. */
  alternatives(files: readonly string[]): readonly string[] {
    const own = files.filter((file) => this.ofFile(file) !== undefined);
    return own.length > 0 ? own : files;
  }

  /** What would give every host the account, although only some are to have it. */
  shared(items: readonly HostItem[], model: string): readonly GrowProblem[] {
    if (this.#on.length === 0 || this.#machines.every((name) => this.#on.includes(name))) return [];
    return items
      .filter((item) => item.tells === "target" && this.#of(item) === undefined)
      .slice(0, 1)
      .map(({ file, item }) => {
        const place = `${file.name}:${file.positions.at(file.tree.start(item)).line}`;
        const range = file.tree.range(item);
        return { message: scaffoldMessages["site-users-shared"](model, place), file: file.name, range };
      });
  }

  #isAsked(host: string | undefined): boolean {
    return host === undefined || this.#on.length === 0 || this.#on.includes(host);
  }

  /** A home of its own says in its name which host it is for; other items lie in a file or in an attribute of the host. */
  #of({ file, item, output }: HostItem): string | undefined {
    const home = output === "home" ? /^[^={(]*@([\w.-]+)"/u.exec(file.text(item))?.[1] : undefined;
    return home ?? this.ofFile(file.name) ?? this.#around(file, item);
  }

  #around({ tree }: HostItem["file"], item: HostItem["item"]): string | undefined {
    return tree
      .pathTo(tree.start(item))
      .filter((ref) => ref !== item && tree.kind(ref) === Node.Binding && tree.start(ref) < tree.start(item))
      .flatMap((ref) => tree.children(tree.child(ref, 0)).map((name) => literalName(tree, name)))
      .find((name) => name !== undefined && this.#names.includes(name));
  }
}
