/**
 * What changed between two drawings of a Nix file, done to the user's own version of it by structure: bindings and elements
 * come, go or change their values, and everything else stays, in the order and with the comments that it has.
 *
 * One difference is carried over at a time, and looked for again from the start: what is done is no difference any more.
 */

import { Edit, Node, type Ref, type Tree, view } from "@nivose/nix/syntax";
import type { SourceFile } from "../../check/source/source-file.ts";
import { attributeIn, setsOf } from "../edit/attributes.ts";
import { edited, insertItem, itemsOf, removeItem } from "../edit/items.ts";

export type MergedNix = { readonly file: SourceFile } | { readonly unfit: string; readonly ref: Ref };

export function mergeNix(mine: SourceFile, before: SourceFile, after: SourceFile): MergedNix {
  // a difference that has no place in this would be lost without a word
  const whole = carriedOver(before, before, after);
  if ("file" in whole && !hasSameWords(whole.file, after))
    return { unfit: "not all of what would change can be told apart", ref: mine.expression };
  return carriedOver(mine, before, after);
}

function carriedOver(mine: SourceFile, before: SourceFile, after: SourceFile): MergedNix {
  let file = mine;
  // every step leaves one difference less, and no file has more of them than it has bytes
  for (let steps = 0; steps <= after.bytes.length; steps++) {
    const step = new Step(file, before, after).next(file.expression, before.expression, after.expression);
    if (step === undefined) return { file };
    if ("unfit" in step) return step;
    file = step.file;
  }
  return { unfit: "what would change cannot be told apart", ref: file.expression };
}

/** Nothing where there is nothing to do. */
type Outcome = MergedNix | undefined;

class Step {
  readonly #mine: SourceFile;
  readonly #before: SourceFile;
  readonly #after: SourceFile;

  constructor(mine: SourceFile, before: SourceFile, after: SourceFile) {
    this.#mine = mine;
    this.#before = before;
    this.#after = after;
  }

  next(mine: Ref, before: Ref, after: Ref): Outcome {
    const [own, old, young] = [this.#mine.tree, this.#before.tree, this.#after.tree];
    if (wordsOf(old, before) === wordsOf(young, after) || wordsOf(own, mine) === wordsOf(young, after))
      return undefined;
    const kind = kindOf(young, after);
    if (kindOf(old, before) === kind) {
      const inSets = kind === "attr-set" ? this.#mySet(mine) : undefined;
      if (inSets !== undefined) return this.#bindings(inSets, before, after);
      if (kindOf(own, mine) === kind) return this.#sameKind(kind, mine, before, after);
    }
    return this.#whole(mine, before, after);
  }

  /** The set that the user's expression is, whatever has been put around it. */
  #mySet(mine: Ref): Ref | undefined {
    return setsOf(this.#mine.tree, mine)[0];
  }

  #sameKind(kind: string, mine: Ref, before: Ref, after: Ref): Outcome {
    switch (kind) {
      case "list":
        return this.#elements(mine, before, after);
      case "let": {
        const [own, old, young] = [
          this.#body(this.#mine, mine),
          this.#body(this.#before, before),
          this.#body(this.#after, after),
        ];
        return this.#bindings(mine, before, after) ?? this.next(own, old, young);
      }
      default:
        return inParts.has(kind) ? this.#children(mine, before, after) : this.#whole(mine, before, after);
    }
  }

  #body({ tree }: SourceFile, ref: Ref): Ref {
    return tree.inOrder(ref).at(-1)!;
  }

  /** Part by part, where all three have as many. */
  #children(mine: Ref, before: Ref, after: Ref): Outcome {
    const [own, old, young] = [
      this.#parts(this.#mine, mine),
      this.#parts(this.#before, before),
      this.#parts(this.#after, after),
    ];
    if (own.length !== old.length || own.length !== young.length || own.length === 0)
      return this.#whole(mine, before, after);
    for (const [index, part] of own.entries()) {
      const outcome = this.next(part, old[index]!, young[index]!);
      if (outcome !== undefined) return outcome;
    }
    // what differs is between the parts: an operator, or an ellipsis
    return this.#joints(this.#before, before) === this.#joints(this.#after, after)
      ? undefined
      : this.#whole(mine, before, after);
  }

  #parts({ tree }: Pick<SourceFile, "tree">, ref: Ref): readonly Ref[] {
    return tree.isToken(ref) ? [] : tree.inOrder(ref);
  }

  #joints({ tree }: SourceFile, ref: Ref): string {
    return this.#parts({ tree }, ref).reduce(
      (text, part) => text.replace(wordsOf(tree, part), " "),
      wordsOf(tree, ref),
    );
  }

  #bindings(mine: Ref, before: Ref, after: Ref): Outcome {
    const [old, young] = [this.#before.tree, this.#after.tree];
    const were = itemsByName(old, before);
    const are = itemsByName(young, after);
    for (const name of were.keys()) {
      if (are.has(name)) continue;
      const item = this.#find(mine, name);
      if (item === undefined) continue;
      const other = [...are.keys()].find((each) => !were.has(each) && isWithin(each, name));
      if (other === undefined) return { file: removeItem(this.#mine, item.set, item.binding) };
      // once it has the new form, its parts are found in it
      if (item.set === mine) return this.#inAnotherForm(mine, item, were.get(name)!, are.get(other)!, other);
    }
    let previous: Ref | undefined;
    for (const [name, item] of are) {
      const found = this.#find(mine, name);
      const was = were.get(name);
      if (found === undefined && (was === undefined || wordsOf(old, was) !== wordsOf(young, item))) {
        if (was !== undefined && isPathName(name)) return { unfit: `'${name}' is not there any more`, ref: mine };
        const first = previous === undefined ? itemsOf(this.#mine.tree, mine)[0] : undefined;
        const beside = {
          ...(previous === undefined ? {} : { after: previous }),
          ...(first === undefined ? {} : { before: first }),
          ...gapBeside(this.#after, after, item),
        };
        return { file: insertItem(this.#mine, mine, textOf(this.#after, item), beside) };
      }
      if (found !== undefined) {
        const outcome = this.#value(found.binding, was, item, name);
        if (outcome !== undefined) return outcome;
        if (found.set === mine) previous = found.binding;
      }
    }
    return undefined;
  }

  /** `a.b = 1;` becomes `a = { b = 1; c = 2; };`, or the other way around. */
  #inAnotherForm(
    mine: Ref,
    { set, binding }: { readonly set: Ref; readonly binding: Ref },
    before: Ref,
    after: Ref,
    name: string,
  ): MergedNix {
    const { tree } = this.#mine;
    if (wordsOf(tree, binding) !== wordsOf(this.#before.tree, before))
      return { unfit: "what would change has been changed", ref: binding };
    if (itemsByName(tree, mine).has(name)) return { file: removeItem(this.#mine, set, binding) };
    const text = textOf(this.#after, after);
    return { file: edited(this.#mine, [Edit.replace(tree.range(binding), text)]) };
  }

  #value(binding: Ref, was: Ref | undefined, item: Ref, name: string): Outcome {
    const [own, young] = [this.#mine.tree, this.#after.tree];
    if (!isPathName(name)) return undefined;
    const [mine, after] = [valueIn(own, binding), valueIn(young, item)];
    if (was !== undefined) return this.next(mine, valueIn(this.#before.tree, was), after);
    return wordsOf(own, mine) === wordsOf(young, after)
      ? undefined
      : { unfit: `'${name}' is there already, and says something else`, ref: binding };
  }

  #find(mine: Ref, name: string): { readonly set: Ref; readonly binding: Ref } | undefined {
    const direct = itemsByName(this.#mine.tree, mine).get(name);
    if (direct !== undefined) return { set: mine, binding: direct };
    if (!isPathName(name) || this.#mine.tree.kind(mine) !== Node.AttrSet) return undefined;
    return attributeIn(this.#mine.tree, mine, JSON.parse(`[${name}]`) as string[]);
  }

  #elements(mine: Ref, before: Ref, after: Ref): Outcome {
    const [own, old, young] = [this.#mine.tree, this.#before.tree, this.#after.tree];
    const were = new Set(itemsOf(old, before).map((item) => wordsOf(old, item)));
    const are = itemsOf(young, after).map((item) => ({ item, words: wordsOf(young, item) }));
    const words = new Set(are.map((each) => each.words));
    for (const item of itemsOf(own, mine)) {
      const text = wordsOf(own, item);
      if (were.has(text) && !words.has(text))
        return { file: removeItem(this.#mine, mine, item, are.length > 0 && this.#after.text(after).includes("\n")) };
    }
    let previous: Ref | undefined;
    for (const { item, words: text } of are) {
      const found = itemsOf(own, mine).find((each) => wordsOf(own, each) === text);
      if (found === undefined && !were.has(text)) {
        const first = previous === undefined ? itemsOf(own, mine)[0] : undefined;
        const place = {
          ...(previous === undefined ? {} : { after: previous }),
          ...(first === undefined ? {} : { before: first }),
        };
        return { file: insertItem(this.#mine, mine, textOf(this.#after, item), place) };
      }
      previous = found ?? previous;
    }
    return undefined;
  }

  /** The whole expression, if the user's is the one that was drawn. */
  #whole(mine: Ref, before: Ref, after: Ref): Outcome {
    const { tree } = this.#mine;
    if (wordsOf(tree, mine) !== wordsOf(this.#before.tree, before))
      return { unfit: "what would change has been changed", ref: mine };
    const text = this.#after.bytes.subarray(this.#after.tree.start(after), this.#after.tree.end(after));
    return { file: edited(this.#mine, [Edit.replace(tree.range(mine), text)]) };
  }
}

/** Expressions that are around others. */
const inParts: ReadonlySet<string> = new Set(["lambda", "with", "assert", "if", "apply", "binary", "paren"]);

/** In whatever order. */
function hasSameWords(one: SourceFile, other: SourceFile): boolean {
  const sorted = ({ tree }: SourceFile): string => wordsOf(tree, tree.root).split(" ").toSorted().join(" ");
  return sorted(one) === sorted(other);
}

/** Bindings by their paths, each as a list of quoted names; what is inherited or computed by its words. */
function itemsByName(tree: Tree, collection: Ref): ReadonlyMap<string, Ref> {
  return new Map(itemsOf(tree, collection).map((item) => [nameOf(tree, item), item]));
}

function nameOf(tree: Tree, item: Ref): string {
  if (tree.kind(item) !== Node.Binding) return wordsOf(tree, item);
  const names = tree.children(tree.child(item, 0)).map((name) => {
    const node = view(tree, name);
    if (node.kind === "identifier") return JSON.stringify(node.name);
    const text = tree.text(name);
    return /^"[^"\\$]*"$/u.test(text) ? text : undefined;
  });
  return names.includes(undefined) ? wordsOf(tree, item) : names.join(",");
}

/** Whether one path is the beginning of the other. */
function isWithin(one: string, other: string): boolean {
  return isPathName(one) && isPathName(other) && (one.startsWith(`${other},`) || other.startsWith(`${one},`));
}

function isPathName(name: string): boolean {
  return name.startsWith('"');
}

function valueIn(tree: Tree, binding: Ref): Ref {
  return tree.child(binding, 1);
}

function kindOf(tree: Tree, ref: Ref): string {
  return view(tree, ref).kind;
}

/** Its tokens, with nothing of the layout and no comments. */
function wordsOf(tree: Tree, ref: Ref): string {
  const words: string[] = [];
  for (let token = tree.firstToken(ref); token < tree.endToken(ref); token++) words.push(tree.tokenText(token));
  return words.join(" ");
}

/** Whether an empty line stands between an item and the one before it, or the one behind it if it is the first. */
function gapBeside({ tree, bytes }: SourceFile, collection: Ref, item: Ref): { readonly gap?: boolean } {
  const items = itemsOf(tree, collection);
  const at = items.indexOf(item);
  const [one, other] = at > 0 ? [items[at - 1], item] : [item, items[1]];
  if (one === undefined || other === undefined) return {};
  const between = Buffer.from(bytes.subarray(tree.end(one), tree.start(other))).toString("latin1");
  return { gap: /\n[ \t]*\r?\n/u.test(between) };
}

/** With the comment above it, and not indented. */
function textOf(file: SourceFile, item: Ref): string {
  const { tree, bytes } = file;
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString();
  const offset = (at: number): number => Buffer.from(bytes.subarray(0, at)).toString().length;
  const [start, end] = [offset(tree.start(item)), offset(tree.end(item))];
  let from = source.lastIndexOf("\n", start - 1) + 1;
  if (source.slice(from, start).trim() !== "") return source.slice(start, end);
  const indent = source.slice(from, start);
  for (;;) {
    const above = source.lastIndexOf("\n", from - 2) + 1;
    if (above >= from || !/^[ \t]*#/u.test(source.slice(above, from))) break;
    from = above;
  }
  return source
    .slice(from, end)
    .split("\n")
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
    .join("\n");
}
