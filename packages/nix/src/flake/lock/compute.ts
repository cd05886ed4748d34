/**
 * The lock file that a flake has to have: what is locked stays as it is, what is new or has changed is looked up. All in
 * memory, and in the order in which Nix does it.
 */

import { enterNote, fail, leaveNote } from "../../eval/machine/machine.ts";
import { inFlake } from "../errors.ts";
import type { FlakeFile, FlakeInput } from "../flake-file.ts";
import type { Attributes, FlakeReference } from "../reference/index.ts";
import {
  type Edge,
  inOrder,
  type InputPath,
  isRelativePath,
  type Lock,
  type LockNode,
  printInputPath,
  sameInputPath,
} from "./graph.ts";

/** A flake that was read: its file, what it is locked to, and the lock file that it brings. */
export interface FetchedFlake {
  readonly file: FlakeFile;
  readonly locked: FlakeReference;
  readonly readLock: () => LockNode;
}

export interface LockSources {
  /** The flake of a reference. A relative path is relative to `folder`. */
  readonly flake: (reference: FlakeReference, folder: string, path: InputPath) => FetchedFlake;
  /** The same for what is no flake: its folder, and what it is locked to. */
  readonly plain: (
    reference: FlakeReference,
    folder: string,
    path: InputPath,
  ) => { readonly folder: string; readonly locked: FlakeReference };
  /** For messages. */
  readonly nameOf: (reference: FlakeReference) => string;
  readonly warn: (text: string) => void;
}

export interface LockOptions {
  /** `--override-input`. */
  readonly overrides: readonly { readonly path: InputPath; readonly reference: FlakeReference }[];
  /** Inputs that are looked up anew. */
  readonly updates: readonly InputPath[];
  /** Whether nothing of an earlier lock file is kept. */
  readonly isFresh: boolean;
}

export interface ComputedLock {
  readonly root: LockNode;
  /** The folders of those inputs that had to be read. */
  readonly folders: ReadonlyMap<LockNode, string>;
}

interface Override {
  readonly input: FlakeInput;
  readonly folder: string;
  readonly parent: InputPath | undefined;
  readonly isExplicit: boolean;
}

export function computeLock(flake: FetchedFlake, options: LockOptions, sources: LockSources): ComputedLock {
  const computation = new Computation(options, sources);
  return computation.run(flake);
}

class Computation {
  readonly #options: LockOptions;
  readonly #sources: LockSources;
  readonly #overrides = new Map<string, Override>();
  readonly #used = new Set<string>();
  readonly #updated = new Set<string>();
  readonly #folders = new Map<LockNode, string>();
  readonly #under: FlakeReference[] = [];

  constructor(options: LockOptions, sources: LockSources) {
    this.#options = options;
    this.#sources = sources;
  }

  run(flake: FetchedFlake): ComputedLock {
    const { overrides, updates, isFresh } = this.#options;
    const { folder, inputs } = flake.file;
    for (const { path, reference } of overrides) {
      const input: FlakeInput = { reference, isFlake: true, follows: undefined, overrides: new Map() };
      this.#overrides.set(printInputPath(path), { input, folder, parent: undefined, isExplicit: true });
    }
    const root: LockNode = { inputs: new Map(), lock: undefined };
    this.#folders.set(root, folder);
    during(
      () => `while updating the lock file of flake '${this.#sources.nameOf(flake.locked)}'`,
      () =>
        this.#lock(inputs, {
          node: root,
          path: [],
          old: isFresh ? undefined : flake.readLock(),
          followsPrefix: [],
          folder,
          isTrusted: false,
        }),
    );
    for (const { path, reference } of overrides) {
      if (!this.#used.has(printInputPath(path)))
        this.#sources.warn(
          `the flag '--override-input ${printInputPath(path)} ${this.#sources.nameOf(reference)}' does not match any input`,
        );
    }
    for (const path of updates) {
      if (!this.#updated.has(printInputPath(path)))
        this.#sources.warn(`'${printInputPath(path)}' does not match any input of this flake`);
    }
    return { root, folders: this.#folders };
  }

  #lock(inputs: ReadonlyMap<string, FlakeInput>, place: Place): void {
    const { path, folder } = place;
    for (const [name, input] of inOrder(inputs)) {
      for (const [inner, override] of inOrder(input.overrides)) {
        const key = printInputPath([...path, name, inner]);
        if (!this.#overrides.has(key))
          this.#overrides.set(key, { input: override, folder, parent: path, isExplicit: false });
      }
    }
    for (const key of [...this.#overrides.keys()].toSorted()) {
      const parts = key.split("/");
      const last = parts.pop()!;
      if (sameInputPath(parts, path) && !inputs.has(last))
        this.#sources.warn(`input '${printInputPath(path)}' has an override for a non-existent input '${last}'`);
    }
    for (const [name, input] of inOrder(inputs)) {
      const edge = during(
        () => `while updating the flake input '${printInputPath([...path, name])}'`,
        () => this.#edge(name, input, place),
      );
      place.node.inputs.set(name, edge);
    }
  }

  #edge(name: string, declared: FlakeInput, place: Place): Edge {
    const path = [...place.path, name];
    const key = printInputPath(path);
    const override = this.#overrides.get(key);
    if (override !== undefined) this.#used.add(key);
    const input: FlakeInput = { ...(override?.input ?? declared), isFlake: declared.isFlake };
    if (input.follows !== undefined) return { kind: "follows", path: input.follows };
    const reference = input.reference!;
    const isRelative = isRelativePath(reference);
    const parent = isRelative ? (override === undefined ? place.path : override.parent) : undefined;
    const folder = override?.folder ?? place.folder;
    this.#updated.add(key);

    const known = this.#options.updates.some((each) => sameInputPath(each, path))
      ? undefined
      : place.old?.inputs.get(name);
    const old = known?.kind === "node" ? known.node : undefined;
    const lock = old?.lock;
    if (
      old !== undefined &&
      lock !== undefined &&
      sameReference(lock.original, reference) &&
      sameParent(lock.parent, parent) &&
      override?.isExplicit !== true
    )
      return this.#kept(old, lock, path, folder, place);
    return this.#created(declared, input, reference, {
      path,
      parent,
      folder,
      old,
      followsPrefix: place.followsPrefix,
      isExplicit: override?.isExplicit === true,
    });
  }

  /** What is locked already, read only if an update within it is asked for or an override of it has gone. */
  #kept(old: LockNode, lock: Lock, path: InputPath, folder: string, place: Place): Edge {
    const node: LockNode = { inputs: new Map(), lock };
    let mustRead = this.#options.updates.some(
      (each) => each.length > path.length && sameInputPath(each.slice(0, path.length), path),
    );
    const inputs = new Map<string, FlakeInput>();
    for (const [name, edge] of mustRead ? [] : inOrder(old.inputs)) {
      if (edge.kind === "node") {
        const { original, isFlake } = edge.node.lock!;
        inputs.set(name, { reference: original, isFlake, follows: undefined, overrides: new Map() });
        continue;
      }
      if (!place.isTrusted && !this.#overrides.has(printInputPath([...path, name]))) {
        mustRead = true;
        break;
      }
      inputs.set(name, {
        reference: undefined,
        isFlake: true,
        follows: [...place.followsPrefix, ...edge.path],
        overrides: new Map(),
      });
    }
    if (mustRead) {
      const flake = this.#sources.flake(lock.locked, folder, path);
      this.#folders.set(node, flake.file.folder);
      this.#lock(flake.file.inputs, {
        node,
        path,
        old,
        followsPrefix: place.followsPrefix,
        folder: flake.file.folder,
        isTrusted: false,
      });
    } else {
      this.#lock(inputs, {
        node,
        path,
        old,
        followsPrefix: place.followsPrefix,
        folder: place.folder,
        isTrusted: true,
      });
    }
    return { kind: "node", node };
  }

  #created(declared: FlakeInput, input: FlakeInput, reference: FlakeReference, at: NewInput): Edge {
    const { path, folder, parent, old, isExplicit } = at;
    // an override of the command line changes what an input is locked to, not what it was declared as
    const original = isExplicit && declared.reference !== undefined ? declared.reference : reference;
    if (!input.isFlake) {
      const plain = this.#sources.plain(reference, folder, path);
      const node: LockNode = { inputs: new Map(), lock: { locked: plain.locked, original, isFlake: false, parent } };
      this.#folders.set(node, plain.folder);
      return { kind: "node", node };
    }
    const flake = this.#sources.flake(reference, folder, path);
    const node: LockNode = { inputs: new Map(), lock: { locked: flake.locked, original, isFlake: true, parent } };
    const circular = this.#under.find((each) => sameReference(each, reference));
    if (circular !== undefined)
      throw fail("eval", `found circular import of flake '${this.#sources.nameOf(circular)}'`);
    this.#under.push(reference);
    this.#folders.set(node, flake.file.folder);
    this.#lock(flake.file.inputs, {
      node,
      path,
      old: old ?? inFlake(flake.readLock),
      followsPrefix: old === undefined ? path : at.followsPrefix,
      folder: flake.file.folder,
      isTrusted: false,
    });
    this.#under.pop();
    return { kind: "node", node };
  }
}

/** Whatever fails tells of it in its trace. */
function during<Result>(text: () => string, action: () => Result): Result {
  enterNote(() => ({ text: text(), position: 0 }));
  const result = action();
  leaveNote();
  return result;
}

/** Where inputs are being locked. */
interface Place {
  readonly node: LockNode;
  readonly path: InputPath;
  /** The same node of the lock file that was there before. */
  readonly old: LockNode | undefined;
  /** To what `follows` of that lock file are relative. */
  readonly followsPrefix: InputPath;
  /** The folder of the flake that declares the inputs. */
  readonly folder: string;
  /** Whether the inputs are those of the lock file itself. */
  readonly isTrusted: boolean;
}

interface NewInput {
  readonly path: InputPath;
  readonly parent: InputPath | undefined;
  readonly folder: string;
  readonly old: LockNode | undefined;
  readonly followsPrefix: InputPath;
  readonly isExplicit: boolean;
}

function sameReference(a: FlakeReference, b: FlakeReference): boolean {
  return a.folder === b.folder && sameAttributes(a.input.attributes, b.input.attributes);
}

function sameAttributes(a: Attributes, b: Attributes): boolean {
  const names = (attributes: Attributes): string[] => [...attributes.keys()].filter((name) => name !== "__final");
  return names(a).length === names(b).length && names(a).every((name) => a.get(name) === b.get(name));
}

function sameParent(a: InputPath | undefined, b: InputPath | undefined): boolean {
  return a === undefined || b === undefined ? a === b : sameInputPath(a, b);
}
