/** A name and a value, two words of a command line. */
export interface Pair {
  readonly name: string;
  readonly value: string;
  /** Which word of the command line it is. */
  readonly at: number;
  /** Whether it is a setting in the form of a flag, `--cores 1` and not `--option cores 1`. */
  readonly isFlag: boolean;
  /** The file in which it stands, or the variable, if it is not on the command line. */
  readonly origin?: string;
}
