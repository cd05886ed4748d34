/** What an archive is made of, whichever kind it is. Paths and targets are bytes, one character each. */

export interface ArchiveEntry {
  readonly path: string;
  readonly kind: "file" | "folder" | "link" | "hard-link";
  readonly isExecutable: boolean;
  /** Of a link. */
  readonly target: string;
  /** Seconds. */
  readonly modified: number;
  /** Of a file. Has to be read to its end, or not at all, before the next entry is asked for. */
  readonly content: AsyncIterable<Buffer>;
}

/** Why an archive is given up; whoever knows its name makes a message of it. */
export class ArchiveProblem extends Error {
  /** `limit` is one of ours. */
  readonly kind: "damaged" | "limit";

  constructor(kind: "damaged" | "limit", reason: string) {
    super(reason);
    this.kind = kind;
  }
}

export function damaged(reason: string): ArchiveProblem {
  return new ArchiveProblem("damaged", reason);
}
