/** What machines and people may be called: what the systems allow, without the words of Nix, which would have to be quoted wherever they stand. */

/** Names that mean something wherever a flake hands them around: what is called so hides them, or looks like them. */
export const meaningNames = ["default", "final", "inputs", "lib", "pkgs", "prev", "self", "super"];

const noWord = `(?!(?:assert|else|if|in|inherit|let|or|rec|then|with|${meaningNames.join("|")})$|__)`;

export const hostNames = {
  pattern: new RegExp(`^${noWord}[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$`, "u"),
  expected: "a host name: letters, digits and inner dashes, at most 63, and no word of Nix",
};

export const loginNames = {
  pattern: new RegExp(`^${noWord}[a-z_][a-z0-9_-]{0,30}$`, "u"),
  expected: "a login name: small letters, digits, dashes and underscores, at most 31, and no word of Nix",
};
