/** A file that is still to be written. Nix is formatted before it is. */
export interface Draft {
  readonly path: string;
  readonly text: string;
  readonly isProgram?: boolean;
}
