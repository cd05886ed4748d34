/** What is passed to all modules where hosts are made, as the sources tell. */

import { Node, NONE, type Ref, Token } from "@nivose/nix/syntax";
import { lastName } from "../../schema/definitions.ts";
import type { HostKind } from "../../fleet/host.ts";
import type { Place, RelatedPlace } from "../finding.ts";
import { letNames } from "../names/let-names.ts";
import type { Repository } from "../source/repository.ts";
import type { SourceFile } from "../source/source-file.ts";

export interface SpecialArgs {
  readonly names: ReadonlySet<string>;
  /** Whether all of them are known. */
  readonly isComplete: boolean;
  /** The calls that make hosts, by what they call. */
  readonly calls: readonly HostCall[];
}

export interface HostCall {
  readonly callee: string;
  readonly kind: HostKind;
  readonly at: Place;
}

const known = new WeakMap<Repository, SpecialArgs>();

export function specialArgsOf(repository: Repository): SpecialArgs {
  const before = known.get(repository);
  if (before !== undefined) return before;
  const names = new Set<string>();
  const calls: HostCall[] = [];
  let isComplete = true;
  for (const file of repository.files.values()) {
    if (!file.mentions("pecialArgs", ...Object.keys(makers))) continue;
    for (const set of setsPassed(file)) {
      if (set === undefined) isComplete = false;
      else for (const name of namesIn(file, set)) names.add(name);
    }
    calls.push(...callsIn(file));
  }
  const found = { names, isComplete, calls };
  known.set(repository, found);
  return found;
}

/** Where hosts are made, if it is in few places; of one kind or of all. */
export function placesOfCalls({ calls }: Pick<SpecialArgs, "calls">, kind?: HostKind): RelatedPlace[] {
  const wanted = calls.filter((call) => kind === undefined || call.kind === kind);
  return wanted.length > FEW ? [] : wanted.map(({ callee, at }) => ({ text: `'${callee}' makes hosts here`, at }));
}

const FEW = 3;

/** The attributes that functions which make hosts, or homes, take them by. */
const attributes: ReadonlySet<string> = new Set(["specialArgs", "extraSpecialArgs"]);

const makers: Readonly<Record<string, HostKind>> = {
  nixosSystem: "nixos",
  darwinSystem: "darwin",
  homeManagerConfiguration: "home",
};

/** Sets as they are written; nothing for one that is computed. */
function setsPassed(file: SourceFile): (Ref | undefined)[] {
  const { tree, analysis } = file;
  const bound = new Map(
    file
      .nodes(Node.Let)
      .flatMap((ref) =>
        letNames(file, ref).flatMap(({ at, statements, isInherited }) =>
          isInherited || statements.length > 1 ? [] : [[tree.firstToken(at), tree.child(statements[0]!, 1)] as const],
        ),
      ),
  );
  const setsIn = (ref: Ref, depth: number): (Ref | undefined)[] => {
    const kind = tree.kind(ref);
    if (kind === Node.AttrSet) return [ref];
    if (kind === Node.Paren || kind === Node.Let) return setsIn(tree.child(ref, 0), depth);
    if (kind === Node.Binary && tree.kind(tree.child(ref, 1)) === Token.Update)
      return [...setsIn(tree.child(ref, 0), depth), ...setsIn(tree.child(ref, 2), depth)];
    const value = kind === Token.Identifier ? bound.get(analysis.meanings[~ref]! - 1) : undefined;
    return value === undefined || depth === 0 ? [undefined] : setsIn(value, depth - 1);
  };
  const ofBindings = file.nodes(Node.Binding).flatMap((binding) => {
    const path = tree.children(tree.child(binding, 0));
    const at = path.findIndex((name) => attributes.has(tree.text(name)));
    if (at < 0) return [];
    return at === path.length - 1 ? setsIn(tree.child(binding, 1), MOST) : [path[at + 1]!];
  });
  // what is inherited from a `let` is a binding there
  const isUnknown = file.nodes(Node.Inherit).some((inherit) =>
    tree.children(inherit).some((name) => {
      if (!attributes.has(tree.text(name))) return false;
      return tree.child(inherit, 0) !== NONE || !bound.has(analysis.meanings[~name]! - 1);
    }),
  );
  return isUnknown ? [...ofBindings, undefined] : ofBindings;
}

const MOST = 3;

function namesIn({ tree }: SourceFile, set: Ref): string[] {
  if (tree.isToken(set)) return [tree.text(set)];
  return tree.children(set).flatMap((binding) => {
    if (tree.kind(binding) === Node.Binding) return [tree.text(tree.child(tree.child(binding, 0), 0))];
    if (tree.kind(binding) !== Node.Inherit) return [];
    return tree
      .children(binding)
      .slice(tree.child(binding, 0) === NONE ? 0 : 1)
      .map((name) => tree.text(name));
  });
}

function callsIn(file: SourceFile): HostCall[] {
  const { tree } = file;
  return file.nodes(Node.Apply).flatMap((ref) => {
    const callee = lastName(tree, tree.child(ref, 0)) ?? "";
    return Object.hasOwn(makers, callee) ? [{ callee, kind: makers[callee]!, at: file.at(tree.child(ref, 0)) }] : [];
  });
}
