# Derivations with attributes beside those that Nix gives them, the same for each of their outputs.
{ lib }:
rec {
  extendDerivation =
    condition: more: package:
    let
      shared = package // byName // { all = map (name: byName.${name}) names; } // more;
      names = package.outputs or [ "out" ];
      byName = lib.genAttrs names outputOf;

      # a path is only there if what was demanded is so
      paths = from: {
        drvPath =
          assert condition;
          from.drvPath;
        outPath =
          assert condition;
          from.outPath;
      };

      outputOf =
        name:
        shared
        // {
          inherit (package.${name}) type outputName;
          outputSpecified = true;
        }
        // paths package.${name}
        // lib.optionalAttrs (more ? overrideAttrs) {
          overrideAttrs = change: (more.overrideAttrs change).${name};
        };
    in
    shared // paths package;

  hydraJob =
    package:
    let
      outputs = package.outputs or [ "out" ];
      byName = lib.genAttrs outputs outputOf;
      shared = {
        inherit (package) name system meta;
        inherit outputs;
      }
      // lib.optionalAttrs (package._hydraAggregate or false) {
        _hydraAggregate = true;
        constituents = map hydraJob (lib.flatten package.constituents);
      }
      // byName;
      outputOf =
        outputName:
        shared
        // {
          inherit (package.${outputName}) outPath drvPath;
          type = "derivation";
          inherit outputName;
        };
      first = byName.${builtins.head outputs};
    in
    if package == null then null else builtins.deepSeq first first;
}
