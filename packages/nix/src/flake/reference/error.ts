/** How flake references are refused. Texts are Nix's, as bytes. */

/**
 * A URL that is bad (`isBadUrl`) may be something else, a path for instance, so whoever tries several readings goes on;
 * any other error is final.
 */
export class FlakeReferenceError extends Error {
  readonly isBadUrl: boolean;

  constructor(text: string, isBadUrl = false) {
    super(text);
    this.name = "FlakeReferenceError";
    this.isBadUrl = isBadUrl;
  }
}

export function badUrl(text: string): FlakeReferenceError {
  return new FlakeReferenceError(text, true);
}
