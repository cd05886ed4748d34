/** What ends the reading of a pattern that is no regular expression. It never leaves this folder. */

/** Nix tells its users two things apart: a pattern that is wrong, and one that is too large. */
export class RegexSyntaxError extends Error {
  readonly tooLarge: boolean;

  constructor(tooLarge = false) {
    super(tooLarge ? "too large" : "invalid");
    this.tooLarge = tooLarge;
  }
}
