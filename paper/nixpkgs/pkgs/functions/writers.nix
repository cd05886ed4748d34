# `pkgs.writers`: scripts in many languages. What they contain is known; what checks or compiles it is not run.
{
  lib,
  make,
  pkgs,
  ...
}:
let
  # A name that is a path is a file in a folder.
  written =
    kind: name: options: content:
    let
      isPath = lib.hasPrefix "/" name;
      base = baseNameOf name;
    in
    make {
      label = "writers.${kind}";
      name = base;
      inherit kind;
      at = if isPath then "" else "/${base}";
      files = said: {
        ${if isPath then lib.removePrefix "/" name else base} = {
          text = said.content;
          executable = true;
        };
      };
      given = _: {
        name = base;
        inherit content options;
        meta = lib.optionalAttrs (lib.hasPrefix "/bin/" name) { mainProgram = base; };
      };
    };

  isOptions = value: builtins.isAttrs value && !(value ? outPath);

  # Options may come first in these; in the others they must.
  lenient =
    kind: interpreter: name: first:
    if isOptions first then
      content: written kind name first "#!${interpreter}\n${content}"
    else
      written kind name { } "#!${interpreter}\n${first}";

  strict =
    kind: name: options: content:
    written kind name options content;

  both = kind: write: {
    ${kind} = write;
    "${kind}Bin" = name: write "/bin/${name}";
  };
in
lib.foldl' (all: more: all // more) { } [
  (both "writeBash" (lenient "writeBash" "${pkgs.bash}/bin/bash"))
  (both "writeDash" (lenient "writeDash" "${pkgs.dash}/bin/dash"))
  (both "writeFish" (lenient "writeFish" "${pkgs.fish}/bin/fish --no-config"))
  (both "writeNu" (lenient "writeNu" "${pkgs.nushell}/bin/nu --no-config-file"))
  (both "writeBabashka" (strict "writeBabashka"))
  (both "writeFSharp" (strict "writeFSharp"))
  (both "writeHaskell" (strict "writeHaskell"))
  (both "writeJS" (strict "writeJS"))
  (both "writeLua" (strict "writeLua"))
  (both "writeNim" (strict "writeNim"))
  (both "writePerl" (strict "writePerl"))
  (both "writePyPy2" (strict "writePyPy2"))
  (both "writePyPy3" (strict "writePyPy3"))
  (both "writePython3" (strict "writePython3"))
  (both "writeRuby" (strict "writeRuby"))
  (both "writeRust" (strict "writeRust"))
  {
    writeJSON = (pkgs.formats.json { }).generate;
    writeTOML = (pkgs.formats.toml { }).generate;
    writeYAML = (pkgs.formats.yaml { }).generate;
    writeNginxConfig = name: content: written "writeNginxConfig" name { } content;
    inherit (pkgs) writeText;
    makeScriptWriter =
      options: name: content:
      written "makeScriptWriter" name options "#!${options.interpreter}\n${content}";
    makeBinWriter =
      options: name: content:
      written "makeBinWriter" name options content;
  }
]
