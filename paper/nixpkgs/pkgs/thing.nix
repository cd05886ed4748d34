# Whatever is a package on paper: one of nixpkgs, of which the name is known, or one that a configuration makes, of which all
# is known that it says.
#
# - `label`: what messages call it
# - `name`: of the derivation, if need be as a function of what is known
# - `kind`: what it is made by; two that are made differently have different paths
# - `given`: what is known of it, as a function of all that becomes of it (`finalAttrs`)
# - `usual`: attributes that it has as well, whose values nobody knows
# - `program`: the name of the program in it
# - `reshaped`: the usual attributes that are others when it is overridden, as a function of what they were and of the change
# - `files`: what is in it, if that is known, as a function of what is known; then `at` is the file that its path names
{ pkgs, platform }:
let
  inherit (builtins)
    head
    isFunction
    listToAttrs
    mapAttrs
    removeAttrs
    toJSON
    ;
  unknown = import ../declare/unknown.nix;
  plain = import ../declare/plain.nix;
  inherit (import ./build) bare tree;

  # What `overrideAttrs` and `override` take: a set, or a function of what was before, or of that and what becomes of it.
  applied =
    change: final: previous:
    let
      called = change previous;
    in
    if isFunction change || change ? __functor then
      if isFunction called then change final previous else called
    else
      change;

  # Functions that say which packages are wanted as well, of all that there are.
  ofPackages = [
    "extraLibraries"
    "extraPackages"
    "extraPkgs"
    "multiPkgs"
    "targetPkgs"
  ];
  chosen = mapAttrs (
    name: value: if isFunction value && builtins.elem name ofPackages then value pkgs else value
  );

  # These say something about a package and are no part of what is built.
  remarks = [
    "meta"
    "passthru"
    "pos"
    "tests"
  ];

  make =
    thing@{
      label,
      name,
      kind,
      given,
      usual ? { },
      reshaped ? _: _: { },
      outputs ? [ "out" ],
      program ? null,
      files ? null,
      at ? "",
      arguments ? { },
      overrides ? [ ],
      meta ? { },
    }:
    let
      said = given (
        usual
        // said
        // {
          finalPackage = package;
          inherit overrideAttrs;
        }
      );
      built = said.outputs or outputs;
      passthru = said.passthru or usual.passthru or { };

      ownName = if isFunction name then name said else name;

      content = toJSON (
        {
          inherit kind;
        }
        // platform
        // (if overrides == [ ] then { } else { overrides = plain (map chosen overrides); })
        // plain (chosen (removeAttrs said remarks))
      );

      derivationOf =
        output:
        let
          named = if output == "out" then ownName else "${ownName}-${output}";
        in
        if output != head built then
          bare {
            name = named;
            about = "${output} of ${content}";
          }
        else if files == null && said == { } && overrides == [ ] then
          bare {
            name = named;
            about = content;
          }
        else if files == null then
          tree {
            name = named;
            files."bin/${if program == null then ownName else program}" = {
              text = content;
              executable = true;
            };
          }
        else
          tree {
            name = named;
            files = files said;
            about = content;
          };

      changed = more: make (thing // more);

      overrideAttrs =
        change:
        changed {
          given =
            final:
            let
              previous = given final;
            in
            previous // applied change final (usual // { inherit outputs; } // previous);
        };

      override =
        change:
        let
          more = applied change { } arguments;
          others = reshaped usual more;
        in
        if more == { } then
          package
        else
          changed {
            overrides = overrides ++ [ more ];
            usual =
              usual // others // (if usual ? passthru then { passthru = usual.passthru // others; } else { });
          };

      common = {
        name = ownName;
      }
      // usual
      // said
      // passthru
      // {
        type = "derivation";
        inherit (platform) system;
        inherit
          override
          overrideAttrs
          passthru
          ;
        outputs = built;
        overrideDerivation = overrideAttrs;
        all = map (output: package.${output}) built;
        meta = {
          # Each output is a derivation of its own here, and has one output.
          outputsToInstall = [ "out" ];
        }
        // meta
        // said.meta or { };
      }
      // listToAttrs (
        map (output: {
          name = output;
          value = viewOf output // {
            outputSpecified = true;
          };
        }) built
      );

      viewOf =
        output:
        let
          built = derivationOf output;
        in
        common
        // {
          inherit (built) drvPath;
          outPath = built.outPath + at;
          outputName = "out";
        };

      package = viewOf (head built);
    in
    package;
in
make
