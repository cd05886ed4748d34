/** One name in the place of another: as a name of an attribute, and as a component of strings and paths. Nothing else changes. */

import { Edit, Node, NONE, type Ref, Token } from "@nivose/nix/syntax";
import { nixName } from "../nix.ts";
import type { SourceFile } from "../../check/source/source-file.ts";

export interface Renaming {
  readonly from: string;
  readonly to: string;
}

/** Of `user@host` its parts change, too. */
export function renamingsOf(from: string, to: string): readonly Renaming[] {
  const [old, now] = [from.split("@"), to.split("@")];
  const parts = old.length === 2 && now.length === 2 ? old.map((part, index) => ({ from: part, to: now[index]! })) : [];
  return [{ from, to }, ...parts].filter((each) => each.from !== each.to);
}

export function renamedText(text: string, renamings: readonly Renaming[]): string {
  for (const { from, to } of renamings) {
    const pattern = componentOf(from);
    // the whole name first; its parts would be found in it
    if (pattern.test(text)) return text.replaceAll(pattern, () => to);
  }
  return text;
}

export function mentionsName(text: string, name: string): boolean {
  return componentOf(name).test(text);
}

/** Edits of what lies within `within`. */
export function renamed(file: SourceFile, within: Ref, renamings: readonly Renaming[]): readonly Edit.Splice[] {
  const found: Edit.Splice[] = [];
  visit(file, within, { renamings, found, isName: false, modules: undefined, isOfPerson: false });
  return found;
}

function componentOf(name: string): RegExp {
  const escaped = name.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
  return new RegExp(`(?<![A-Za-z0-9_-])${escaped}(?![A-Za-z0-9_-])`, "gu");
}

interface Visit {
  readonly renamings: readonly Renaming[];
  readonly found: Edit.Splice[];
  /** Whether an identifier is the name of an attribute. */
  readonly isName: boolean;
  /** Where names that nothing binds are from, if these are modules: `inputs.self.modules.nixos` of `with inputs.self.modules.nixos;`. */
  readonly modules: string | undefined;
  /** Whether it is what a person is called: of `alex@luna` only that. */
  readonly isOfPerson: boolean;
}

function visit(file: SourceFile, ref: Ref, at: Visit): void {
  const { tree } = file;
  if (ref === NONE) return;
  const kind = tree.kind(ref);
  if (tree.isToken(ref)) return visitToken(file, ref, at);
  const scope = kind === Node.With ? tree.text(tree.child(ref, 0)) : undefined;
  const modules = scope === undefined ? at.modules : setsOfModules.test(scope) ? scope : undefined;
  // the names that are inherited from a set are attributes of it
  const names = kind === Node.Inherit && tree.child(ref, 0) !== NONE ? tree.children(ref).slice(1) : [];
  const isOfPerson = at.isOfPerson || (kind === Node.Binding && ofPerson.test(tree.text(tree.child(ref, 0))));
  for (const child of tree.inOrder(ref))
    visit(file, child, { ...at, modules, isOfPerson, isName: kind === Node.AttrPath || names.includes(child) });
}

function visitToken({ tree, analysis }: SourceFile, ref: Ref, at: Visit): void {
  const { renamings, found, isName, modules } = at;
  const text = Buffer.from(tree.text(ref), "latin1").toString();
  const kind = tree.kind(ref);
  if (kind === Token.Identifier) {
    const isModule = !isName && modules !== undefined && analysis.meanings[~ref]! <= 0;
    const to = isName || isModule ? renamings.find(({ from }) => from === text)?.to : undefined;
    if (to === undefined) return;
    const name = nixName(to);
    found.push(Edit.replace(tree.range(ref), isModule && name !== to ? `${modules}.${name}` : name));
  } else if (textKinds.has(kind)) {
    const isHome = at.isOfPerson || /\/(?:home|Users)\//u.test(text);
    const now = renamedText(text, isHome ? renamings.map((each) => ofPersonIn(each)) : renamings);
    if (now !== text) found.push(Edit.replace(tree.range(ref), now));
  }
}

const ofPerson = /(?:^|\.)(?:user[nN]ame|homeDirectory)$/u;

/** A home that is called by a name alone may be that of the person, and the new one be `alex@luna`. */
function ofPersonIn({ from, to }: Renaming): Renaming {
  return from.includes("@") ? { from, to } : { from, to: to.split("@")[0]! };
}

const setsOfModules = /(?:\bmodules\.\w+|Modules|\baspects)$/u;

const textKinds: ReadonlySet<number> = new Set([Token.Path, Token.PathText, Token.StringText]);
