/**
 * What can be put into the store: a tree of files, wherever it is kept. The disk is one such tree; a tree of Git or one
 * in memory are others. Paths start with a slash, and they and the names and targets are bytes, one character each.
 */

/** What Nix calls the types of files, to filters too; `unknown` are those that cannot be in the store. */
export type FileType = "regular" | "directory" | "symlink" | "unknown";

export interface FileStatus {
  readonly type: FileType;
  /** Of a regular file. */
  readonly size: number;
  /** Of a regular file: whether its owner may execute it. */
  readonly executable: boolean;
}

export interface SourceTree {
  /** Links are not followed. Throws where nothing is there. */
  readonly status: (path: string) => FileStatus;
  /** The names in a folder, in any order. */
  readonly readFolder: (path: string) => readonly string[];
  readonly readLink: (path: string) => string;
  /**
   * Writes the content of a file, in pieces that are only valid until the next one. Where a size is given, it must write
   * as many bytes or throw: an archive tells the length before the content.
   */
  readonly copyFile: (path: string, write: (piece: Uint8Array) => void, size?: number) => void;
}

/** Whether a child of a folder belongs to the archive; children of one that does not are never asked about. */
export type PathFilter = (path: string, type: FileType) => boolean;
