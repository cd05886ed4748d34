/**
 * What an expression needs as soon as it is evaluated at all, found without evaluating it. The parts of sets and lists, the
 * bodies of functions and the arguments of functions that are not known are not needed yet. So what is found is needed for
 * certain, unless it stands in a branch.
 */

import { BY_WITH, Node, NONE, type Ref, Token } from "@nivose/nix/syntax";
import type { SourceFile } from "../source/source-file.ts";
import { letNames } from "../names/let-names.ts";

export interface Need {
  /** The variable, in the expression itself. */
  readonly at: Ref;
  /** Where the name that is needed stands, if a `let` or a `with` lies between. */
  readonly through?: Ref;
  /** Whether it is needed only in some cases. */
  readonly isSometimes: boolean;
}

export class Forced {
  readonly #file: SourceFile;
  readonly #isWanted: (token: number) => boolean;
  /** What `let`s give their names, by the tokens of these. */
  readonly #values = new Map<number, Ref>();
  readonly #seen = new Set<Ref>();

  /** `isWanted` says of the token that binds a name whether it is asked about this name. */
  constructor(file: SourceFile, isWanted: (token: number) => boolean) {
    this.#file = file;
    this.#isWanted = isWanted;
    const { tree } = file;
    for (const ref of file.nodes(Node.Let)) {
      for (const { at, statements, isInherited } of letNames(file, ref)) {
        const [statement] = statements;
        const isWhole = isInherited || (statements.length === 1 && tree.childCount(tree.child(statement!, 0)) === 1);
        // an inherited name is a part of what it is inherited from, or means what it means outside
        const value = tree.child(statement!, isInherited ? 0 : 1);
        if (isWhole) this.#values.set(tree.firstToken(at), value === NONE ? at : value);
      }
    }
  }

  /** What the expression needs to become a value: which attributes a set has, and not their values. */
  of(ref: Ref): Need | undefined {
    const { tree } = this.#file;
    const child = (index: number): Ref => tree.child(ref, index);
    switch (tree.kind(ref)) {
      case Token.Identifier:
        return this.#variable(ref);
      case Node.Paren:
      case Node.Interpolation:
      case Node.Select:
      case Node.HasAttr:
      case Node.ApplyOr:
      case Node.Let:
        return this.of(child(0));
      case Node.Assert:
        return this.of(child(0)) ?? this.of(child(1));
      case Node.With:
        return this.of(child(1));
      case Node.If:
        return this.of(child(0)) ?? sometimes(this.of(child(1)) ?? this.of(child(2)));
      case Node.Unary:
        return this.of(child(1));
      case Node.Binary:
        return this.#operation(child(0), tree.kind(child(1)), child(2));
      case Node.String:
      case Node.IndentedString:
      case Node.InterpolatedPath:
        return this.#first(tree.children(ref).filter((piece) => tree.kind(piece) === Node.Interpolation));
      case Node.AttrSet:
        return this.#first(tree.children(ref).flatMap((binding) => this.#computedNames(binding)));
      case Node.Apply: {
        const [callee, ...args] = tree.children(ref);
        return this.of(callee!) ?? this.#first(this.neededArguments(callee!, args));
      }
      default:
        return undefined;
    }
  }

  /** The name of a function of `lib` or `builtins`, as in `lib.optional`. */
  nameOf(callee: Ref): string | undefined {
    const { tree, analysis } = this.#file;
    if (tree.kind(callee) === Node.Select) return tree.text(tree.children(tree.child(callee, 1)).at(-1)!);
    if (tree.kind(callee) !== Token.Identifier) return undefined;
    const meaning = analysis.meanings[~callee]!;
    // a `let` may give the name to something else
    const value = meaning > 0 ? this.#values.get(meaning - 1) : undefined;
    return meaning <= 0 || (value !== undefined && this.#isLibrary(value)) ? tree.text(callee) : undefined;
  }

  /** Those arguments of a known function that it looks at in any case. */
  neededArguments(callee: Ref, args: readonly Ref[]): readonly Ref[] {
    const name = this.nameOf(callee);
    const indexes = name !== undefined && Object.hasOwn(strict, name) ? strict[name]! : [];
    return indexes.flatMap((index) => args[index] ?? []);
  }

  #isLibrary(ref: Ref): boolean {
    return /^\(*(?:pkgs\.)?(?:lib|builtins)\b/u.test(this.#file.tree.text(ref));
  }

  #first(refs: readonly Ref[]): Need | undefined {
    for (const ref of refs) {
      const need = this.of(ref);
      if (need !== undefined) return need;
    }
    return undefined;
  }

  #computedNames(binding: Ref): readonly Ref[] {
    const { tree } = this.#file;
    if (tree.kind(binding) !== Node.Binding) return [];
    const [name] = tree.children(tree.child(binding, 0));
    return tree.isToken(name!) ? [] : [name!];
  }

  #variable(ref: Ref): Need | undefined {
    const { analysis } = this.#file;
    const meaning = analysis.meanings[~ref]!;
    if (meaning > 0 && this.#isWanted(meaning - 1)) return { at: ref, isSometimes: false };
    const value =
      meaning > 0 ? this.#values.get(meaning - 1) : meaning === BY_WITH ? this.#innermostWith(ref) : undefined;
    if (value === undefined || this.#seen.has(value)) return undefined;
    this.#seen.add(value);
    const need = this.of(value);
    this.#seen.delete(value);
    return need === undefined ? undefined : { ...need, at: ref, through: need.through ?? need.at };
  }

  /** What the innermost `with` around a name is for: it is the first in which the name is looked for. */
  #innermostWith(ref: Ref): Ref | undefined {
    const { tree } = this.#file;
    const around = tree.pathTo(tree.start(ref));
    const found = around.findLast(
      (each, index) => tree.kind(each) === Node.With && around[index + 1] === tree.child(each, 1),
    );
    return found === undefined ? undefined : tree.child(found, 0);
  }

  #call(callee: Ref, last: Ref): Need | undefined {
    const { tree } = this.#file;
    const [called, ...args] = tree.kind(callee) === Node.Apply ? tree.children(callee) : [callee];
    return this.of(callee) ?? this.#first(this.neededArguments(called!, [...args, last]));
  }

  #operation(left: Ref, operator: number, right: Ref): Need | undefined {
    switch (operator) {
      // they look at their right side only if the left one does not decide
      case Token.And:
      case Token.Or:
      case Token.Implies:
        return this.of(left) ?? sometimes(this.of(right));
      // one side is the last argument of the other
      case Token.PipeInto:
        return this.#call(right, left);
      case Token.PipeFrom:
        return this.#call(left, right);
      default:
        return this.of(left) ?? this.of(right);
    }
  }
}

function sometimes(need: Need | undefined): Need | undefined {
  return need === undefined ? undefined : { ...need, isSometimes: true };
}

/** Which arguments functions of `lib` and `builtins` look at, whatever the others are. */
const strict: Readonly<Record<string, readonly number[]>> = {
  import: [0],
  map: [1],
  filter: [1],
  attrNames: [0],
  attrValues: [0],
  concatLists: [0],
  concatMap: [1],
  elem: [1],
  head: [0],
  tail: [0],
  length: [0],
  elemAt: [0, 1],
  toString: [0],
  pathExists: [0],
  readDir: [0],
  readFile: [0],
  listToAttrs: [0],
  removeAttrs: [0],
  hasAttr: [0, 1],
  getAttr: [0, 1],
  any: [1],
  all: [1],
  isNull: [0],
  optional: [0],
  optionals: [0],
  optionalAttrs: [0],
  optionalString: [0],
  flatten: [0],
  unique: [0],
  hasPrefix: [0, 1],
  hasSuffix: [0, 1],
  mapAttrsToList: [1],
  filterAttrs: [1],
  attrByPath: [1],
  mapAttrs: [1],
};
