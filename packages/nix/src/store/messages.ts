/**
 * What the store layer refuses. The words are Nix's own, byte for byte, because the evaluator shows them as the last
 * line of an error and must agree with Nix there; what is ours is the code and the page.
 */

import { messageBuilders, type MessageDefinitions } from "../message.ts";

const nameRules =
  "The name of a store object may have up to 211 characters out of `a-z`, `A-Z`, `0-9` and `+-._?=`. It cannot be `.` or " +
  "`..`, nor start with one of them and a dash. Names come from a derivation's `name` and `outputs`, or from the last " +
  "part of a path that is copied to the store; `builtins.path { name = …; path = …; }` gives such a path another name.";

const hashForms =
  "A hash is written `sha256-…` with base 64 (as in SRI), or in base 16, base 32 or base 64 with the algorithm in front " +
  "and a colon, or without it where the algorithm is given separately. Its length must fit the algorithm.";

const derivationFiles =
  "The file is no store derivation as Nix writes it: it was damaged, edited by hand, or written by another version.";

const experimental =
  "This belongs to an experimental feature of Nix that is off by default, and Nivose does not support it.";

export const storeMessageDefinitions = {
  "empty-store-name": {
    kind: "mistake",
    title: "A store object without a name",
    explain: nameRules,
    text: () => "name must not be empty",
  },
  "store-name-too-long": {
    kind: "mistake",
    title: "The name of a store object is too long",
    explain: nameRules,
    text: (name: string, limit: number) => `name '${name}' must be no longer than ${limit} characters`,
  },
  "store-name-is-dots": {
    kind: "mistake",
    title: "A store object cannot be called that",
    explain: nameRules,
    text: (name: string) => `name '${name}' is not valid`,
  },
  "store-name-starts-with-dots": {
    kind: "mistake",
    title: "The name of a store object cannot start like that",
    explain: nameRules,
    text: (name: string, start: string) =>
      `name '${name}' is not valid: first dash-separated component must not be '${start}'`,
  },
  "store-name-character": {
    kind: "mistake",
    title: "A character that the name of a store object cannot have",
    explain: nameRules,
    text: (name: string, character: string) => `name '${name}' contains illegal character '${character}'`,
  },
  "invalid-store-path-name": {
    kind: "mistake",
    title: "A store path whose name is not allowed",
    explain: nameRules,
    text: (path: string, reason: string) => `path '${path}' is not a valid store path: ${reason}`,
  },
  "store-path-too-short": {
    kind: "mistake",
    title: "A store path that is too short",
    explain: "A store path is the store's folder, 32 characters of base 32, a dash and a name.",
    text: (name: string) => `'${name}' is too short to be a valid store path`,
  },
  "store-path-character": {
    kind: "mistake",
    title: "A store path whose hash is none",
    explain:
      "The first 32 characters of a store path are base 32 as Nix writes it: digits and letters without e, o, t, u.",
    text: (name: string, character: string) => `store path '${name}' contains illegal base-32 character '${character}'`,
  },
  "path-not-in-store": {
    kind: "mistake",
    title: "A path that is not in the Nix store",
    explain: "A store path was expected here, `/nix/store/<hash>-<name>`, and this path lies elsewhere.",
    text: (path: string) => `path '${path}' is not in the Nix store`,
  },
  "path-not-absolute": {
    kind: "mistake",
    title: "A path that is not absolute",
    explain: "A store path was expected here, which starts with a slash.",
    text: (path: string) => `not an absolute path: '${path}'`,
  },
  "not-a-derivation-path": {
    kind: "mistake",
    title: "A store path that is no derivation",
    explain: "The path of a store derivation ends in `.drv`.",
    text: (path: string) => `store path '${path}' is not a valid derivation path`,
  },
  "unknown-hash-algorithm": {
    kind: "mistake",
    title: "A hash algorithm that Nix does not have",
    explain: hashForms,
    text: (name: string) => `unknown hash algorithm '${name}', expect 'md5', 'sha1', 'sha256', or 'sha512'`,
  },
  "unknown-hash-format": {
    kind: "mistake",
    title: "A hash format that Nix does not have",
    explain: hashForms,
    text: (name: string) => `unknown hash format '${name}', expect 'base16', 'base32', 'base64', or 'sri'`,
  },
  "deprecated-hash-format": {
    kind: "mistake",
    title: "A hash format by its old name",
    explain: "Base 32 as Nix writes it differs from the standard's, so Nix has come to call it `nix32`.",
    text: () => '"base32" is a deprecated alias for hash format "nix32".',
  },
  "hash-not-sri": {
    kind: "mistake",
    title: "A hash that is not in SRI form",
    explain: hashForms,
    text: (hash: string) => `hash '${hash}' is not SRI`,
  },
  "hash-without-algorithm": {
    kind: "mistake",
    title: "A hash that does not say its algorithm",
    explain: hashForms,
    text: (hash: string) => `hash '${hash}' does not include a type`,
  },
  "hash-of-unknown-algorithm": {
    kind: "mistake",
    title: "A hash whose algorithm is not known",
    explain: hashForms,
    text: (hash: string) => `hash '${hash}' does not include a type, nor is the type otherwise known from context`,
  },
  "hash-algorithm-mismatch": {
    kind: "mistake",
    title: "A hash of another algorithm than expected",
    explain: hashForms,
    text: (hash: string, algorithm: string) => `hash '${hash}' should have type '${algorithm}'`,
  },
  "invalid-hash": {
    kind: "mistake",
    title: "A hash that cannot be read",
    explain: hashForms,
    text: (hash: string, encoding: string) => `invalid ${encoding} hash '${hash}'`,
  },
  "hash-length": {
    kind: "mistake",
    title: "A hash of the wrong length",
    explain: hashForms,
    text: (hash: string, algorithm: string) => `hash '${hash}' has wrong length for hash algorithm '${algorithm}'`,
  },
  "empty-hash-without-algorithm": {
    kind: "mistake",
    title: "An empty hash without an algorithm",
    explain:
      "An empty hash stands for one of zeros, so that a build fails and shows the right one. Nix must know which " +
      'algorithm it is of: `outputHashAlgo = "sha256"`.',
    text: () => "empty hash requires explicit hash algorithm",
  },
  "empty-hash": {
    kind: "mistake",
    title: "An empty hash",
    explain: "An empty hash stands for one of zeros. The build will fail, and show the hash to write here.",
    text: (assumed: string) => `found empty hash, assuming '${assumed}'`,
  },
  "fixed-output-references": {
    kind: "mistake",
    title: "A fixed output that refers to other store paths",
    explain:
      "Only what is hashed as a NAR with SHA-256 may refer to other store paths, because the references become part of " +
      "its own path.",
    text: (name: string) =>
      `fixed output derivation '${name}' is not allowed to refer to other store paths.\n` +
      "You may need to use the 'unsafeDiscardReferences' derivation attribute, see the manual for more details.",
  },
  "text-refers-to-itself": {
    kind: "mistake",
    title: "A text that refers to itself",
    explain: "The path of a text is computed from the text, so that it cannot occur in it.",
    text: () => "self-reference not allowed with text hashing",
  },
  "experimental-store-feature": {
    kind: "limit",
    title: "An experimental feature of Nix",
    explain: experimental,
    text: (feature: string) =>
      `experimental Nix feature '${feature}' is disabled; add '--extra-experimental-features ${feature}' to enable it`,
  },
  "unknown-content-address-method": {
    kind: "mistake",
    title: "A way of addressing content that Nix does not have",
    explain: "Content is addressed as `flat`, `nar` or `text`.",
    text: (_method: string) => "Unknown file ingestion method '%s', expect `flat`, `nar`, or `git`",
  },
  "invalid-content-address": {
    kind: "mistake",
    title: "A content address that cannot be read",
    explain:
      "A content address is `fixed:<algorithm>:<hash>`, `fixed:r:<algorithm>:<hash>` or `text:<algorithm>:<hash>`.",
    text: (address: string) => `not a content address because it is not in the form '<prefix>:<rest>': ${address}`,
  },
  "invalid-content-address-hash": {
    kind: "mistake",
    title: "A content address without an algorithm",
    explain:
      "A content address is `fixed:<algorithm>:<hash>`, `fixed:r:<algorithm>:<hash>` or `text:<algorithm>:<hash>`.",
    text: (address: string) => `content address hash must be in form '<algo>:<hash>', but found: ${address}`,
  },
  "unknown-content-address": {
    kind: "mistake",
    title: "A content address of an unknown kind",
    explain:
      "A content address is `fixed:<algorithm>:<hash>`, `fixed:r:<algorithm>:<hash>` or `text:<algorithm>:<hash>`.",
    text: (prefix: string) =>
      `content address prefix '${prefix}' is unrecognized. Recogonized prefixes are 'text' or 'fixed'`,
  },
  "derivation-syntax": {
    kind: "mistake",
    title: "A store derivation that cannot be read",
    explain: derivationFiles,
    text: (problem: string) => problem,
  },
  "not-a-derivation": {
    kind: "mistake",
    title: "A file that is no store derivation",
    explain: derivationFiles,
    text: () => "derivation does not start with 'Derive' or 'DrvWithVersion'",
  },
  "invalid-derivation": {
    kind: "mistake",
    title: "A store derivation that cannot be read",
    explain: derivationFiles,
    text: (path: string, problem: string) => `error parsing derivation '${path}': error: ${problem}`,
  },
  "derivation-outputs": {
    kind: "mistake",
    title: "Outputs that cannot be combined",
    explain: "A derivation has at least one output, and all of its outputs are of one kind.",
    text: (problem: string) => problem,
  },
  "missing-output-hash": {
    kind: "mistake",
    title: "An output that the derivation does not have",
    explain: "A derivation uses an output of another one, and that one has no output of this name.",
    text: (output: string, derivation: string) => `no hash for output '${output}' of derivation '${derivation}'`,
  },
  "derivation-not-utf8": {
    kind: "mistake",
    title: "A derivation that JSON cannot hold",
    explain: "JSON is UTF-8, and a string of this derivation is not.",
    text: (problem: string) => problem,
  },
  "path-does-not-exist": {
    kind: "mistake",
    title: "A path that does not exist",
    explain: "Nix had to read this path, to copy it to the store or to hash it.",
    text: (path: string) => `path '${path}' does not exist`,
  },
  "path-is-a-link": {
    kind: "mistake",
    title: "A symbolic link where a file is wanted",
    explain: "Nix does not follow links when it reads the content of a file for the store.",
    text: (path: string) => `path '${path}' is a symlink`,
  },
  "unsupported-file-type": {
    kind: "mistake",
    title: "A file that cannot be in the store",
    explain:
      "The store holds regular files, folders and symbolic links. Sockets, pipes and devices cannot be copied to it: leave " +
      "them out with a filter (`builtins.path`, `lib.fileset`).",
    text: (path: string) => `file '${path}' has an unsupported type`,
  },
  "file-name-collision": {
    kind: "mistake",
    title: "Two names for one file",
    explain:
      "On macOS Nix tells names that differ in case only apart by a suffix, and here two names are the same without it.",
    text: (one: string, other: string) => `file name collision between '${one}' and '${other}'`,
  },
  "unexpected-end-of-file": {
    kind: "mistake",
    title: "A file that became shorter while it was read",
    explain: "Something wrote to the file while it was copied to the store or hashed. Try again.",
    text: (path: string) => `unexpected end-of-file reading '${path}'`,
  },
  "unreadable-file": {
    kind: "mistake",
    title: "A file that cannot be read",
    explain: "The system refused to open or read the file; its reason is behind the colon.",
    text: (action: string, reason: string) => `${action}: ${reason}`,
  },
} satisfies MessageDefinitions;

export const storeMessages = messageBuilders(storeMessageDefinitions);
