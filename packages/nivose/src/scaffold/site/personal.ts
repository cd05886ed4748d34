/** What belongs to one person alone, taken out of what is written for another one. */

import { Edit, Node, type Ref } from "@nivose/nix/syntax";
import { SourceFile } from "../../check/source/source-file.ts";
import { bindingsOf } from "../../schema/definitions.ts";
import { nixString } from "../nix.ts";
import type { UserSpec } from "../spec/fleet-spec.ts";
import type { UserRequest } from "./user-request.ts";

export class Personal {
  readonly user: UserSpec;
  readonly #isAdmin: boolean;
  readonly #groups = new Set<string>();

  constructor({ user, isAdmin = false }: UserRequest) {
    this.user = user;
    this.#isAdmin = isAdmin;
  }

  /** A file in which an account or a home is said. */
  made(file: SourceFile): SourceFile {
    const splices: Edit.Splice[] = this.#isAdmin ? [] : this.#withoutGroups(file);
    for (const set of file.nodes(Node.AttrSet)) {
      const items = file.tree.children(set);
      for (const { path, value, attrPath } of bindingsOf(file.tree, set)) {
        const item = items.find(
          (each) => file.tree.kind(each) === Node.Binding && file.tree.child(each, 0) === attrPath,
        );
        if (item === undefined) continue;
        const names = path.filter((name) => name !== undefined);
        const isEmptied = names.at(-1) === "extraGroups" && !this.#isAdmin && isPowerful(file.text(value));
        const text = isEmptied ? GONE : textFor(names, file.text(value), this.user);
        if (text === GONE) splices.push(Edit.remove(withGap(file, item)));
        else if (text !== undefined) splices.push(Edit.replace(file.tree.range(value), text));
      }
    }
    return new SourceFile(file.name, Edit.applySplices(file.bytes, outermost(splices)));
  }

  /** What was left out of what the model has. */
  notes(model: string): readonly string[] {
    if (this.#groups.size === 0) return [];
    const groups = [...this.#groups].toSorted().join(", ");
    const what = this.#groups.size === 1 ? "the group" : "the groups";
    return [
      `${this.user.name} is not in ${what} ${groups}, by which ${model} can become root: --admin gives ${this.user.name} that, too.`,
    ];
  }

  #withoutGroups(file: SourceFile): Edit.Splice[] {
    return file.nodes(Node.List).flatMap((list) => {
      const elements = file.tree.children(list);
      const left = elements.filter((each) => powerful.has(file.text(each).replaceAll('"', "")));
      for (const each of left) this.#groups.add(file.text(each).replaceAll('"', ""));
      if (left.length > 0 && left.length === elements.length) return [Edit.replace(file.tree.range(list), "[ ]")];
      return left.map((each) => Edit.remove(withGap(file, each)));
    });
  }
}

/** Groups whose members are root, if they want to be. */
const powerful: ReadonlySet<string> = new Set(
  "root wheel sudo admin disk kmem shadow docker podman lxd incus-admin libvirtd vboxusers".split(" "),
);

/** A list of such groups and of nothing else. */
function isPowerful(value: string): boolean {
  const groups = /^\[\s*("[^[\]()]*")\s*\]$/u.exec(value)?.[1]?.split(/\s+/u) ?? [];
  return groups.length > 0 && groups.every((each) => powerful.has(each.replaceAll('"', "")));
}

const GONE = Symbol("gone");

function textFor(path: readonly string[], value: string, user: UserSpec): string | typeof GONE | undefined {
  const name = path.at(-1)!;
  if (name === "openssh" || path.join(".").includes("openssh.authorizedKeys") || name === "authorizedKeys") {
    if (user.sshKeys === undefined || user.sshKeys.length === 0 || name !== "keys") return GONE;
    return `[ ${user.sshKeys.map((key) => nixString(key)).join(" ")} ]`;
  }
  if (secret.test(name) || signing.test(path.join(".")) || name === "uid") return GONE;
  const isLiteral = /^"[^"$]*"$/u.test(value);
  if (name === "description" || name === "userName") return isLiteral ? or(user.fullName) : undefined;
  if (name === "userEmail" || name === "email") return isLiteral ? or(user.email) : undefined;
  return undefined;
}

const secret = /^(?:initial)?(?:hashed)?passwords?(?:file)?$/iu;

const signing = /(?:^|\.)(?:signing\.key|signing[kK]ey)$/u;

function or(text: string | undefined): string | typeof GONE {
  return text === undefined ? GONE : nixString(text);
}

function withGap({ tree }: SourceFile, ref: Ref): { readonly start: number; readonly end: number } {
  return { start: tree.tokenEnds[tree.firstToken(ref) - 1]!, end: tree.end(ref) };
}

function outermost(splices: readonly Edit.Splice[]): readonly Edit.Splice[] {
  return splices.filter(
    (splice) => !splices.some((other) => other !== splice && other.start <= splice.start && splice.end <= other.end),
  );
}
