/** A limit of ours: a match that would take more memory or time than a pattern may have. */

export class RegexCostError extends Error {
  constructor() {
    super("the regular expression is too costly");
  }
}
