/** The files that come with Nix itself and lie in a folder that no disk has: `<nix/fetchurl.nix>`. */

/** Where they seem to be. */
export const CORE_FOLDER = "/__corepkgs__";

/** A path as it is shown to people. */
export function shownPath(path: string): string {
  return isCorePath(path) ? `<nix${textOfPath(path)}>` : path;
}

/** The file that a position names, of a text that is in one: those of Nix itself seem to be in the root. */
export function fileOf({ name, isFile }: { readonly name: string; readonly isFile: boolean }): string | undefined {
  if (name.startsWith("<nix/")) return name.slice("<nix".length, -1);
  return isFile ? name : undefined;
}

/** The text of a path: these files think that their folder is the root. */
export function textOfPath(path: string): string {
  return isCorePath(path) ? path.slice(CORE_FOLDER.length) || "/" : path;
}

export function isCorePath(path: string): boolean {
  return path.startsWith("/__c") && `${path}/`.startsWith(`${CORE_FOLDER}/`);
}

/** Every attribute that this sets enters the hash of the derivation. */
const FETCH_URL = `
{
  system ? "",
  url,
  hash ? "",
  md5 ? "",
  sha1 ? "",
  sha256 ? "",
  sha512 ? "",
  outputHash ?
    if hash != "" then hash
    else if sha512 != "" then sha512
    else if sha1 != "" then sha1
    else if md5 != "" then md5
    else sha256,
  outputHashAlgo ?
    if hash != "" then ""
    else if sha512 != "" then "sha512"
    else if sha1 != "" then "sha1"
    else if md5 != "" then "md5"
    else "sha256",
  executable ? false,
  unpack ? false,
  name ? baseNameOf (toString url),
  impure ? false,
}:
derivation ({
  inherit name url executable unpack;
  builder = "builtin:fetchurl";
  system = "builtin";
  outputHashMode = if executable || unpack then "recursive" else "flat";
  impureEnvVars = [ "http_proxy" "https_proxy" "ftp_proxy" "all_proxy" "no_proxy" ];
  preferLocalBuild = true;
  urls = [ url ];
} // (if impure then { __impure = true; } else { inherit outputHash outputHashAlgo; }))
`;

/**
 * `derivation`, which is a function of Nix: the set that people see is lazy, and so are its outputs. Its names and
 * the places of its attributes are those of Nix's own function, because both can be seen.
 */
const DERIVATION = `${"\n".repeat(29)}drvAttrs@{ outputs ? [ "out" ], ... }:
let
  strict = derivationStrict drvAttrs;
  outputsList = map outputToAttrListElement outputs;
${"\n".repeat(7)}
  commonAttrs = drvAttrs // builtins.listToAttrs outputsList // {
      all = map (x: x.value) outputsList;
      inherit drvAttrs;
  };
  outputToAttrListElement = outputName: {
    name = outputName;

    value = commonAttrs // {
      outPath = builtins.getAttr outputName strict;
      drvPath = strict.drvPath;
      type = "derivation";
      inherit outputName;
    };
  };
in
(builtins.head outputsList).value
`;

export const DERIVATION_FILE = `${CORE_FOLDER}/derivation-internal.nix`;

export const coreFiles: ReadonlyMap<string, Uint8Array> = new Map([
  [DERIVATION_FILE, Buffer.from(DERIVATION)],
  [`${CORE_FOLDER}/fetchurl.nix`, Buffer.from(FETCH_URL)],
]);
