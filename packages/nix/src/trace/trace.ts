/**
 * What an answer depends on besides its question: all that was read of sources that may change. What is locked cannot, so
 * nothing is said of it. Plain data, with paths as bytes, one character each.
 */

export interface Trace {
  readonly sources: readonly SourceTrace[];
  /** What is around the sources and decides what they are: paths such as that of a `.git`, and whether something is there. */
  readonly around?: Readonly<Record<string, boolean>>;
}

export interface SourceTrace {
  readonly folder: string;
  /** Of a repository there is only what Git knows of. */
  readonly kind: "git" | "folder";
  /** The path that it had in the store. */
  readonly storePath: string;
  readonly narHash: string;
  /** What `stat` said of everything in it, if that can be trusted. */
  readonly stamp?: string;
  /** By paths relative to the folder; the folder itself is empty. */
  readonly reads: Readonly<Record<string, Read>>;
  /** Where something depended on the whole source, such as its hash or its revision: then the hash has to be the same. */
  readonly whole?: WholeSource;
}

export type ReadType = "nothing" | "regular" | "directory" | "symlink" | "unknown";

export interface Read {
  readonly type?: ReadType;
  readonly isExecutable?: boolean;
  /** The hash of the bytes of a file. */
  readonly content?: string;
  /** What `stat` said of that file, if it can be trusted to say something else of another content. */
  readonly stamp?: string;
  /** The hash of the names in a folder. */
  readonly names?: string;
  /** Where a link leads to. */
  readonly target?: string;
}

export interface WholeSource {
  /** The commit that is checked out, and whether something differs from it. */
  readonly head?: string;
  readonly isDirty?: boolean;
  /** Seconds: when something in a folder was changed last. */
  readonly modified?: number;
}
