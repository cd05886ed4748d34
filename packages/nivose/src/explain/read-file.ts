/** The files that an answer speaks of, as whoever asks has them. */

/** Gives a file that an evaluation speaks of: its name for people, whether it is the fleet's, and its text. */
export type ReadFile = (file: string) => {
  readonly name: string;
  readonly isOwn: boolean;
  readonly source?: Uint8Array | undefined;
  /** The text is that of its `default.nix`. */
  readonly isFolder?: boolean;
};
