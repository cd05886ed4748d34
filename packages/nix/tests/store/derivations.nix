# Derivations of every kind, for real Nix to write. `bytes` is a file with all bytes but NUL, `source` a folder.
let
  make =
    name: more:
    derivation (
      {
        inherit name;
        system = "x86_64-linux";
        builder = "/bin/sh";
      }
      // more
    );
  bytes = builtins.readFile ./bytes;
  repeat = count: text: builtins.concatStringsSep "" (builtins.genList (_: text) count);
  sha256 = "3a6eb0790f39ac87c94f3856b2dd2c5d110e6811602261a9a923d3bb23adc8b7";
  fetched = name: more: make name ({ outputHash = sha256; outputHashAlgo = "sha256"; } // more);
  some = make "some" { outputs = [ "out" "dev" "lib" ]; };
  # Two ways to one content: equal hashes, different derivations.
  mirrorA = fetched "source.tar" { url = "https://a.example/source.tar"; };
  mirrorB = fetched "source.tar" { url = "https://b.example/source.tar"; };
  # The same but for an input that does not matter, so that they are equal modulo.
  builtFromA = make "built" { src = mirrorA; outputs = [ "out" "man" "bin" ]; };
  builtFromB = make "built" { src = mirrorB; outputs = [ "out" "man" "bin" ]; };
  oneDerivation = make "one-derivation" { inherit some text; };
  text = builtins.toFile "text" "a text\n";
  chain = count: if count == 0 then some.dev else make "chain-${toString count}" { previous = chain (count - 1); };
in
{
  plain = make "plain" { };
  arguments = make "arguments" { args = [ "-c" "echo \"$out\" > $out" "" "a\\b" "tab\tline\nreturn\r" ]; };
  noArguments = make "no-arguments" { args = [ ]; };
  allBytes = make "all-bytes" { inherit bytes; args = [ bytes ]; };
  bytesInNames = make "bytes-in-names" { "${bytes}" = "x"; "" = "empty"; "a b" = "blank"; "é" = "é"; "10" = "n"; "9" = "n"; };
  builderWithQuotes = make "builder-with-quotes" { builder = "/bin/\"sh\"\n\\"; };
  systemWithBlanks = make "system-with-blanks" { system = "x86_64 linux"; };
  values = make "values" { yes = true; no = false; nothing = null; number = -12; float = 1.5; list = [ 1 [ 2 "b" ] [ ] 3 ]; };
  ignoredNulls = make "ignored-nulls" { __ignoreNulls = true; nothing = null; something = ""; };
  longText = make "long-text" { script = repeat 20000 "echo \"x\"\n"; };
  longPlainText = make "long-plain-text" { script = repeat 200000 "x"; };
  longNames = make (repeat 203 "n") { outputs = [ "out" "doc" ]; };
  oddNames = make "a+b-c.d_e?f=g" { };
  dotName = make ".hidden" { };
  nameLikeAnOutput = make "name-out" { outputs = [ "out" "name-out" ]; };
  manyOutputs = make "many-outputs" { outputs = [ "out" "dev" "bin" "lib" "man" "doc" "info" "debug" ]; };
  noOut = make "no-out" { outputs = [ "lib" "dev" ]; };
  outputsInReverse = make "outputs-in-reverse" { outputs = [ "z" "out" "a" ]; };
  outputsAreAttributes = make "outputs-are-attributes" { outputs = [ "out" "zz" ]; out = "own"; aa = "before"; zz = "own"; };
  outputNamesInEnv = make "output-names-in-env" { outputs = [ "aaa" "zzz" ]; bbb = placeholder "aaa"; };
  placeholders = make "placeholders" { outputs = [ "out" "dev" ]; args = [ (placeholder "out") (placeholder "dev") ]; };
  otherSystem = make "other-system" { system = "aarch64-darwin"; };
  builtin = make "builtin" { builder = "builtin:buildenv"; system = "builtin"; };

  fixedFlat = fetched "fixed-flat" { };
  fixedFlatNamed = fetched "fixed-flat-named" { outputHashMode = "flat"; };
  fixedRecursive = fetched "fixed-recursive" { outputHashMode = "recursive"; };
  fixedNar = fetched "fixed-nar" { outputHashMode = "nar"; };
  fixedSri = make "fixed-sri" { outputHash = "sha256-Om6weQ85rIfJTzhWst0sXREOaBFgImGpqSPTuyOtyLc="; };
  fixedSriNar = make "fixed-sri-nar" { outputHash = "sha256-Om6weQ85rIfJTzhWst0sXREOaBFgImGpqSPTuyOtyLc="; outputHashMode = "nar"; outputHashAlgo = null; };
  fixedMd5 = make "fixed-md5" { outputHash = "d41d8cd98f00b204e9800998ecf8427e"; outputHashAlgo = "md5"; };
  fixedSha1 = make "fixed-sha1" { outputHash = "da39a3ee5e6b4b0d3255bfef95601890afd80709"; outputHashAlgo = "sha1"; };
  fixedSha1Nar = make "fixed-sha1-nar" { outputHash = "da39a3ee5e6b4b0d3255bfef95601890afd80709"; outputHashAlgo = "sha1"; outputHashMode = "recursive"; };
  fixedSha512 = make "fixed-sha512" { outputHash = repeat 32 "0f1e"; outputHashAlgo = "sha512"; };
  fixedSha512Nar = make "fixed-sha512-nar" { outputHash = repeat 32 "0f1e"; outputHashAlgo = "sha512"; outputHashMode = "nar"; };
  fixedEmpty = make "fixed-empty" { outputHash = ""; outputHashAlgo = "sha256"; };
  fixedWithInputs = fetched "fixed-with-inputs" { inherit some text; };

  oneInput = make "one-input" { inherit some; };
  severalOutputsOfOneInput = make "several-outputs-of-one-input" { a = some.lib; b = some.dev; c = some.out; };
  fixedInput = make "fixed-input" { src = mirrorA; };
  fixedInputFromElsewhere = make "fixed-input" { src = mirrorB; };
  equalFixedInputs = make "equal-fixed-inputs" { a = mirrorA; b = mirrorB; };
  equalInputs = make "equal-inputs" { a = builtFromA.man; b = builtFromB; c = builtFromB.bin; d = builtFromA; };
  manyInputs = make "many-inputs" { inputs = builtins.genList (n: make "input-${toString n}" { inherit n; }) 40; };
  deepInputs = make "deep-inputs" { last = chain 30; };
  sources = make "sources" { inherit text; folder = ./source; file = ./bytes; other = builtins.toFile "other" "mentions ${text}"; };
  filteredSource = make "filtered-source" {
    src = builtins.filterSource (path: type: type != "symlink") ./source;
    flat = builtins.path { path = ./bytes; recursive = false; name = "flat"; };
  };
  sourceOnly = make "source-only" { builder = "${./bytes}"; args = [ "${text}/x" ]; };
  derivationItself = make "derivation-itself" { graph = oneDerivation.drvPath; };
  derivationAsText = make "derivation-as-text" { graph = builtins.unsafeDiscardOutputDependency oneDerivation.drvPath; };
  discarded = make "discarded" { some = builtins.unsafeDiscardStringContext "${some}"; };

  structured = make "structured" {
    __structuredAttrs = true;
    outputs = [ "out" "dev" ];
    nested = { b = [ 1 2.5 null true ]; a.some = some; };
    "é\"\n" = "\t\\";
  };
  structuredFixed = fetched "structured-fixed" { __structuredAttrs = true; urls = [ "a" "b" ]; };
}
