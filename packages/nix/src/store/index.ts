/** What Nix's store layer computes: hashes, archives, store paths and derivations. Nothing here writes to a store. */

export { BASE32_ALPHABET, decodeBase32, encodeBase32 } from "./base32.ts";
export { decodeBase16, encodeBase16 } from "./base16.ts";
export { decodeBase64, encodeBase64 } from "./base64.ts";
export { BuilderEnvironment } from "./builder-environment.ts";
export {
  type ContentAddress,
  type ContentAddressMethod,
  parseContentAddress,
  parseContentAddressMethod,
  printContentAddress,
} from "./content-address.ts";
export { closureOf } from "./closure.ts";
export {
  type Derivation,
  type DerivationOutput,
  experimentalFeatures,
  outputKind,
  outputPath,
  referencesOf,
  type UsedOutputs,
} from "./derivation.ts";
export {
  derivationAsJson,
  type DerivationJson,
  joinDerivations,
  printDerivationAsJson,
  printDerivationsAsJson,
} from "./derivation-json.ts";
export {
  type Cause,
  type DerivationGraph,
  type Difference,
  findCauses,
  type ShownDerivation,
  type ShownOutput,
} from "./derivation-difference.ts";
export type { Pair } from "./input-matching.ts";
export { parseDerivation } from "./aterm-parser.ts";
export { printDerivation } from "./aterm-printer.ts";
export { diskTree } from "./disk-tree.ts";
export { StoreError } from "./error.ts";
export {
  foldHash,
  type Hash,
  HASH_SIZE,
  type HashAlgorithm,
  hashBytes,
  HashStream,
  isHashAlgorithm,
  parseHashAlgorithm,
} from "./hash.ts";
export {
  convertHash,
  type HashFormat,
  parseBareHash,
  parseHash,
  parseHashFormat,
  parseHashOrEmpty,
  parsePrefixedHash,
  parseSriHash,
  printHash,
  printPrefixedHash,
  type Warn,
} from "./hash-text.ts";
export { DerivationHashes, type HashModulo } from "./hash-modulo.ts";
export { type DerivationDraft, type DraftOutputs, instantiate, type Instantiated } from "./instantiate.ts";
export {
  makeFixedOutputPath,
  makeOutputPath,
  makeSourcePath,
  makeStorePath,
  makeTextPath,
  type References,
} from "./make-path.ts";
export { dumpNar, hashFile, hashNar, type NarOptions } from "./nar.ts";
export { dynamicPlaceholder, inputPlaceholder, outputPlaceholder } from "./placeholder.ts";
export type { FileStatus, FileType, PathFilter, SourceTree } from "./source-tree.ts";
export {
  baseNameOf,
  checkName,
  DEFAULT_STORE_FOLDER,
  derivationNameOf,
  hashPartOf,
  isDerivationPath,
  isInStore,
  isStorePath,
  nameOf,
  outputName,
  parseStorePath,
  splitStorePath,
  storePath,
  type StorePath,
} from "./store-path.ts";
export { utf8Problem } from "./utf8.ts";
