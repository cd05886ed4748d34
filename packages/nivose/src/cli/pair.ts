/** A name and a value, two words of a command line. */
export interface Pair {
  readonly name: string;
  readonly value: string;
}
