/**
 * Writes what comes out of an archive into a folder. What is there is known from what was written, never asked of the
 * disk, so no link is ever followed: nothing can be written outside of the folder, whatever the names in an archive are.
 * As in Nix, a path starts at the top of the archive even if it starts with a slash or with `..`, and a later entry
 * takes the place of an earlier one.
 */

import { chmodSync, closeSync, copyFileSync, mkdirSync, openSync, rmSync, symlinkSync, writeSync } from "node:fs";
import { type ArchiveEntry, damaged } from "./archive-entry.ts";
import { FetchError } from "./error.ts";
import { fetchMessages } from "./messages.ts";

type Node =
  | { readonly kind: "folder"; readonly children: Map<string, Node> }
  | { readonly kind: "file"; readonly isExecutable: boolean; readonly size: number }
  | { readonly kind: "link"; readonly target: string };

type Folder = Extract<Node, { kind: "folder" }>;

export interface SizeBounds {
  /** Of all files together. */
  readonly bytes: number;
  readonly entries: number;
}

export const usualBounds: SizeBounds = { bytes: 16 * 2 ** 30, entries: 4_000_000 };

export class TreeWriter {
  readonly #top: Buffer;
  readonly #name: string;
  readonly #bounds: SizeBounds;
  readonly #root: Folder = { kind: "folder", children: new Map() };
  #bytes = 0;
  #entries = 0;
  /** Seconds: the latest time of an entry. */
  lastModified = 0;

  /** `top` is made. `name` is that of the archive, for messages. */
  constructor(top: string, name: string, bounds: SizeBounds = usualBounds) {
    this.#top = Buffer.from(top);
    this.#name = name;
    this.#bounds = bounds;
    mkdirSync(top, { recursive: true });
  }

  async add(entry: ArchiveEntry): Promise<void> {
    this.#countEntry();
    this.lastModified = Math.max(this.lastModified, entry.modified);
    const names = partsOf(entry.path);
    const last = names.at(-1);
    if (entry.kind === "folder") return void this.#folder(names);
    if (last === undefined) throw damaged("its top is no folder");
    const parent = this.#folder(names.slice(0, -1));
    switch (entry.kind) {
      case "file": {
        this.#clear(parent, names);
        const size = await this.#write(entry, names);
        parent.children.set(last, { kind: "file", isExecutable: entry.isExecutable, size });
        break;
      }
      case "link":
        this.#clear(parent, names);
        symlinkSync(native(entry.target), this.#place(names));
        parent.children.set(last, { kind: "link", target: entry.target });
        break;
      case "hard-link":
        this.#link(entry, names, parent);
    }
  }

  /** The folder that is all there is at the top, if it is so: archives often have one around everything. */
  onlyFolder(): Buffer {
    const [only, ...others] = this.#root.children;
    return only === undefined || others.length > 0 || only[1].kind !== "folder" ? this.#top : this.#place([only[0]]);
  }

  #folder(names: readonly string[]): Folder {
    let folder = this.#root;
    for (const [index, name] of names.entries()) {
      const found = folder.children.get(name);
      if (found?.kind === "folder") {
        folder = found;
        continue;
      }
      if (found !== undefined) throw damaged(`parent of '${shown(name)}' is not a directory`);
      checkName(name);
      const made: Folder = { kind: "folder", children: new Map() };
      mkdirSync(this.#place(names.slice(0, index + 1)));
      folder.children.set(name, made);
      folder = made;
    }
    return folder;
  }

  /** Makes room for what takes the place of something else. */
  #clear(parent: Folder, names: readonly string[]): void {
    const name = names.at(-1)!;
    checkName(name);
    if (!parent.children.delete(name)) return;
    rmSync(this.#place(names), { recursive: true, force: true });
  }

  async #write(entry: ArchiveEntry, names: readonly string[]): Promise<number> {
    let size = 0;
    const file = openSync(this.#place(names), "wx", entry.isExecutable ? 0o755 : 0o644);
    try {
      for await (const piece of entry.content) {
        this.#countBytes(piece.length);
        size += piece.length;
        for (let at = 0; at < piece.length;) at += writeSync(file, piece, at);
      }
    } finally {
      closeSync(file);
    }
    return size;
  }

  /** What it was linked to as it is now; what comes later takes its place without touching this one. */
  #link(entry: ArchiveEntry, names: readonly string[], parent: Folder): void {
    const target = partsOf(entry.target);
    let found: Node | undefined = this.#root;
    for (const name of target) found = found?.kind === "folder" ? found.children.get(name) : undefined;
    const [to, from] = [shown(entry.path), shown(entry.target)];
    if (found === undefined) throw damaged(`cannot find hard link target '${from}' for path '${to}'`);
    const [inner, outer] = [`${names.join("/")}/`, `${target.join("/")}/`];
    if (inner === outer) return;
    if (target.length === 0 || inner.startsWith(outer)) throw damaged(`the hard link '${to}' leads to what it is in`);
    this.#clear(parent, names);
    parent.children.set(names.at(-1)!, this.#copy(found, target, names));
  }

  #copy(node: Node, from: readonly string[], to: readonly string[]): Node {
    this.#countEntry();
    const place = this.#place(to);
    switch (node.kind) {
      case "link":
        symlinkSync(native(node.target), place);
        return node;
      case "file":
        this.#countBytes(node.size);
        copyFileSync(this.#place(from), place);
        chmodSync(place, node.isExecutable ? 0o755 : 0o644);
        return node;
      case "folder": {
        mkdirSync(place);
        const copied = [...node.children].map(
          ([name, child]) => [name, this.#copy(child, [...from, name], [...to, name])] as const,
        );
        return { kind: "folder", children: new Map(copied) };
      }
    }
  }

  #countEntry(): void {
    if (++this.#entries <= this.#bounds.entries) return;
    throw new FetchError(fetchMessages["download-too-large"](this.#name, `${this.#bounds.entries} files`));
  }

  #countBytes(count: number): void {
    this.#bytes += count;
    if (this.#bytes <= this.#bounds.bytes) return;
    const bound = `${(this.#bounds.bytes / 2 ** 30).toLocaleString("en")} GB`;
    throw new FetchError(fetchMessages["download-too-large"](this.#name, bound));
  }

  #place(names: readonly string[]): Buffer {
    return Buffer.concat([this.#top, native(`/${names.join("/")}`)]);
  }
}

/** The names of a path, without those that lead nowhere. */
function partsOf(path: string): string[] {
  const names: string[] = [];
  for (const name of path.split("/")) {
    if (name === "..") names.pop();
    else if (name !== "" && name !== ".") names.push(name);
  }
  return names;
}

/** Nix unpacks into a Git repository, which does not take the name of its own folder. */
function checkName(name: string): void {
  if (/^(?:\.git|git~1)$/i.test(name)) throw damaged(`it has a '${shown(name)}' in it`);
}

function native(path: string): Buffer {
  return Buffer.from(path, "latin1");
}

function shown(path: string): string {
  return Buffer.from(path, "latin1").toString();
}
