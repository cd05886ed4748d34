/** A tree of files in memory: text is a file, a function makes other things, an object is a folder. */

import type { FileStatus, SourceTree } from "../../../src/store/index.ts";

export type MemoryNode = string | Special | { readonly [name: string]: MemoryNode };

interface Special {
  readonly special: "executable" | "link" | "pipe";
  readonly content: string;
}

export const executable = (content: string): Special => ({ special: "executable", content });
export const link = (content: string): Special => ({ special: "link", content });
export const pipe: Special = { special: "pipe", content: "" };

/** `pieceSize` is how much of a file is written at a time. */
export function memoryTree(root: MemoryNode, pieceSize = 3): SourceTree {
  const at = (path: string): MemoryNode => {
    let node = root;
    for (const name of path.split("/").filter((part) => part !== "")) {
      node = (node as Readonly<Record<string, MemoryNode>>)[name]!;
    }
    return node;
  };
  return {
    status: (path) => statusOf(at(path)),
    readFolder: (path) => Object.keys(at(path)).toReversed(),
    readLink: (path) => (at(path) as Special).content,
    copyFile: (path, write) => {
      const node = at(path);
      const content = Buffer.from(typeof node === "string" ? node : (node as Special).content, "latin1");
      for (let from = 0; from < content.length; from += pieceSize) write(content.subarray(from, from + pieceSize));
    },
  };
}

function statusOf(node: MemoryNode): FileStatus {
  if (typeof node === "string") return { type: "regular", size: node.length, executable: false };
  if (!isSpecial(node)) return { type: "directory", size: 0, executable: false };
  switch (node.special) {
    case "executable":
      return { type: "regular", size: node.content.length, executable: true };
    case "link":
      return { type: "symlink", size: 0, executable: false };
    case "pipe":
      return { type: "unknown", size: 0, executable: false };
  }
}

function isSpecial(node: MemoryNode): node is Special {
  return typeof node === "object" && "special" in node;
}
