/** What Nix takes for the parts of a URL, for revisions, branches and identifiers. Bytes, one character each. */

const encoded = "(?:%[0-9a-fA-F][0-9a-fA-F])";
const unreserved = "(?:[a-zA-Z0-9\\-._~])";
const delimiter = "(?:[!$&'\"()*+,;=])";
const character = `(?:${unreserved}|${encoded}|${delimiter}|[:@])`;
const name = `(?:${unreserved}|${encoded}|${delimiter})`;
const segment = `(?:${character}*)`;
const address = "[0-9a-fA-F:]+(?:%\\w+)?";
const host = `(?:(?:\\[${address}\\]|${address})|(?:${name}*))`;
const user = `(?:(?:${name}|:)*)`;
const authority = `(?:${user}@)?${host}(?::[0-9]+)?`;
const absolutePath = `(?:(?:/${segment})*/?)`;
const path = `(?:${segment}(?:/${segment})*/?)`;
const query = `(?:${character}|[/? "])*`;
const fragment = `(?:${character}|[/? "^])*`;

const scheme = "(?:[a-z][a-z0-9+.\\-]*)";
const revision = "[0-9a-fA-F]{40}";
const branch = "[a-zA-Z0-9@][a-zA-Z0-9_./@+\\-]*";
const identifier = "[a-zA-Z][a-zA-Z0-9_\\-]*";
const branchOrRevision = `(?:(${revision})|(?:(${branch})(?:/(${revision}))?))`;

/** Groups: scheme, authority and the path behind it, or the path alone; query; fragment. */
export const urlPattern = whole(
  `(${scheme}):(?:(?://(${authority})(${absolutePath}))|(/?${path}))(?:\\?(${query}))?(?:#(${fragment}))?`,
);

/** `nixpkgs/nixos-24.11#hello`. Groups: what stands before the fragment, …, and the fragment (6). */
export const identifierPattern = whole(`((${identifier})(?:/${branchOrRevision})?)(?:#(${fragment}))?`);

/** Groups: path; query with its mark, without it; fragment with its mark, without it. */
export const pathPattern = whole("([^?#]*)(\\?([^#]*))?(#(.*))?");

export const revisionPattern = whole(revision);
export const branchPattern = whole(branch);
export const flakeIdPattern = whole(identifier);
export const hostPattern = whole("[a-zA-Z0-9.\\-]*");

/** Found anywhere in what Git does not take for a branch or tag. */
export const badGitBranchPattern =
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  /\/\/|^[./]|\/\.|\.\.|[\u0000-\u001f\u007f\s:?^~[]|\\|\*|\.lock$|\.lock\/|@\{|[/.]$|^@$|^$/;

function whole(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`);
}
