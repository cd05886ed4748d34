/** A module of a new host: one of another host without what is that one's alone. */

import type { Range } from "@nivose/nix/message";
import { Edit, Node, NONE, type Ref } from "@nivose/nix/syntax";
import { SourceFile } from "../../check/source/source-file.ts";
import { nixString } from "../nix.ts";
import { importsOf } from "./imports-of.ts";
import { type Leaf, leavesIn, type Piece, piecesOf, setsAt } from "./leaves.ts";
import { literalName } from "./places.ts";
import { type Renaming, renamed, renamedText } from "./renaming.ts";
import { formatted, withoutComments, withoutUnused } from "./tidy.ts";
import type { HostModule, Usual } from "./usual.ts";

export interface SkeletonWishes {
  readonly renamings: readonly Renaming[];
  readonly system: string;
  readonly stateVersion: string | undefined;
  /** Elements of `imports` that it has besides, as they are written; the first ones. */
  readonly imports: readonly string[];
  /** Settings that every such file has. */
  readonly keeps?: (option: string) => boolean;
}

export interface Skeleton {
  readonly file: SourceFile;
  /** Whether anything is left of the model. */
  readonly isEmpty: boolean;
}

/** Nothing if the model is put together in a way that is not understood. */
export function skeletonOf(
  model: HostModule,
  name: string,
  usual: Usual,
  wishes: SkeletonWishes,
): Skeleton | undefined {
  const { file, starts } = model;
  const pieces = starts.map((start) => piecesOf(file, start));
  if (pieces.includes(undefined)) return undefined;
  const thinning = new Thinning(model, usual, wishes);
  const all = pieces.flatMap((own) => own ?? []);
  const isEmpty = !thinning.take(all);
  const splices = [...thinning.splices, ...importing(model, all, wishes.imports)];
  const thin = new SourceFile(name, Edit.applySplices(file.bytes, splices));
  const named = new SourceFile(name, Edit.applySplices(thin.bytes, renamed(thin, thin.expression, wishes.renamings)));
  return { file: formatted(withoutUnused(withoutComments(named))), isEmpty };
}

class Thinning {
  readonly splices: Edit.Splice[] = [];
  readonly #model: HostModule;
  readonly #usual: Usual;
  readonly #wishes: SkeletonWishes;

  constructor(model: HostModule, usual: Usual, wishes: SkeletonWishes) {
    this.#model = model;
    this.#usual = usual;
    this.#wishes = wishes;
  }

  /** Whether something of it stays. */
  take(pieces: readonly Piece[]): boolean {
    return pieces.map((piece) => this.#takeOne(piece)).some(Boolean);
  }

  #takeOne(piece: Piece): boolean {
    const before = this.splices.length;
    const stays = piece.kind === "leaf" ? this.#keeps(piece) : this.take(piece.pieces);
    if (stays) return true;
    this.splices.length = before;
    this.splices.push(Edit.remove(this.#withGap(piece.item)));
    return false;
  }

  /** With what stands between it and what is before. */
  #withGap(ref: Ref): Range {
    const { tree } = this.#model.file;
    return { start: tree.tokenEnds[tree.firstToken(ref) - 1]!, end: tree.end(ref) };
  }

  #keeps({ path, value }: Leaf): boolean {
    const { file } = this.#model;
    if (value === undefined) return false;
    const option = path.join(".");
    const text = file.text(value);
    if (path.at(-1) === "imports" || option === "includes") return this.#keepsImports(value);
    if (option.endsWith("stateVersion")) return this.#put(value, versionText(text, this.#wishes.stateVersion));
    if (option === "nixpkgs.hostPlatform") return this.#put(value, this.#systemText(value));
    if (names.has(option)) return this.#put(value, this.#nameText(option, value));
    if (this.#wishes.keeps?.(option) === true) return true;
    return !ofMachine.test(option) && this.#usual.isUsualSetting(this.#model, path, value);
  }

  #keepsImports(value: Ref): boolean {
    const { file } = this.#model;
    let count = 0;
    for (const { ref, list } of importsOf(file, value)) {
      if (this.#usual.isUsualImport(this.#model, ref)) count++;
      else if (list === undefined && readsOwnFolder(file, ref)) {
        // what it leaves out of the model's folder is not there
        for (const each of filesIn(file, ref)) this.splices.push(Edit.remove(this.#withGap(each)));
        count++;
      } else if (list === undefined) this.splices.push(Edit.replace(file.tree.range(ref), "[ ]"));
      else this.splices.push(Edit.remove(this.#withGap(ref)));
    }
    return count > 0 || this.#wishes.imports.length > 0;
  }

  #put(value: Ref, text: string | undefined): boolean {
    if (text !== undefined) this.splices.push(Edit.replace(this.#model.file.tree.range(value), text));
    return true;
  }

  /** A host may have another name for itself than for the flake; the new one has one name. */
  #nameText(option: string, value: Ref): string | undefined {
    const { file } = this.#model;
    if (option === "home.homeDirectory") return this.#homeText(file.text(value));
    const [whole] = this.#wishes.renamings;
    const isOther = option === "networking.hostName" && literalName(file.tree, value) !== undefined;
    return whole !== undefined && isOther && !isNamed(file.text(value), this.#wishes.renamings)
      ? nixString(whole.to)
      : undefined;
  }

  #homeText(text: string): string | undefined {
    const [base, other] = this.#wishes.system.endsWith("-darwin") ? ["/Users/", "/home/"] : ["/home/", "/Users/"];
    return text.startsWith(`"${other}`) ? renamedText(text, this.#wishes.renamings).replace(other!, base!) : undefined;
  }

  #systemText(value: Ref): string | undefined {
    const { file } = this.#model;
    return literalName(file.tree, value) === undefined && !/"[\w-]+"/u.test(file.text(value))
      ? undefined
      : file.text(value).replace(/"[\w-]+"/u, nixString(this.#wishes.system));
  }
}

/** `readAll { path = ./.; exclude = [ ./default.nix ./draft.nix ]; }`. */
function readsOwnFolder({ tree }: Pick<SourceFile, "tree">, ref: Ref): boolean {
  if (tree.isToken(ref)) return tree.text(ref) === "./.";
  return (
    tree.kind(ref) !== Node.List && tree.children(ref).some((each) => each !== NONE && readsOwnFolder({ tree }, each))
  );
}

function filesIn(file: SourceFile, within: Ref): readonly Ref[] {
  const { tree } = file;
  const { start, end } = tree.range(within);
  return file
    .nodes(Node.List)
    .filter((list) => tree.start(list) >= start && tree.end(list) <= end)
    .flatMap((list) => tree.children(list))
    .filter((each) => /^\.\/(?!default\.nix$)[\w.-]+$/u.test(tree.text(each)));
}

/** What the files of the new machine say for themselves. */
const ofMachine =
  /^(?:boot\.(?:loader|initrd|kernelModules|kernelParams|extraModulePackages)|fileSystems|swapDevices|hardware\.cpu|disko)\b/u;

/** What a host says of its own name. */
const names: ReadonlySet<string> = new Set([
  "networking.hostName",
  "networking.computerName",
  "networking.localHostName",
  "home.username",
  "home.homeDirectory",
]);

function isNamed(text: string, renamings: readonly Renaming[]): boolean {
  return renamedText(text, renamings) !== text;
}

/** A number for nix-darwin, a text for all others; whatever is no literal stays. */
function versionText(text: string, version: string | undefined): string | undefined {
  if (version === undefined) return undefined;
  if (/^\d+$/u.test(text)) return version;
  return /^"[\d.]+"$/u.test(text) ? nixString(version) : undefined;
}

function importing({ file, starts }: HostModule, pieces: readonly Piece[], texts: readonly string[]): Edit.Splice[] {
  if (texts.length === 0) return [];
  const leaf = leavesIn(pieces).find(({ path, value }) => value !== undefined && path.at(-1) === "imports");
  const parts = leaf === undefined ? [] : importsOf(file, leaf.value!);
  const list = parts.find((each) => each.isPlain)?.list;
  if (leaf !== undefined && parts.length > 0 && list === undefined)
    return [Edit.insert(file.tree.start(leaf.value!), `[ ${texts.join(" ")} ] ++ `)];
  if (leaf !== undefined && parts.length === 0)
    return [Edit.replace(file.tree.range(leaf.value!), `[ ${texts.join(" ")} ]`)];
  if (list !== undefined) return [Edit.insert(file.tree.start(list) + 1, ` ${texts.join(" ")} `)];
  const start = starts.find(({ path }) => path.length === 0) ?? starts[0];
  const set = start && setsAt(file, start.ref)?.[0];
  if (set === undefined) return [];
  const open = file.bytes.indexOf("{".codePointAt(0)!, file.tree.start(set));
  return [Edit.insert(open + 1, ` imports = [ ${texts.join(" ")} ]; `)];
}
