# What every output of a local flake evaluates to, by the name of the output: a derivation path for whatever is built, and for
# anything else what it is.
args:
let
  inherit (builtins)
    attrNames
    concatMap
    isAttrs
    isFunction
    listToAttrs
    map
    typeOf
    ;

  flake = import ./local-flake.nix args;

  quoted =
    name: if builtins.match "[a-zA-Z_][a-zA-Z0-9_-]*" name == null then ''"${name}"'' else name;

  each =
    output: value: values:
    map (name: {
      name = "${output}.${quoted name}";
      value = value values.${name};
    }) (attrNames values);

  eachSystem =
    output: value:
    concatMap (system: each "${output}.${system}" value flake.${output}.${system}) (
      attrNames (flake.${output} or { })
    );

  host = part: value: (part value).drvPath;

  module =
    value:
    if isFunction value || isAttrs value || builtins.isPath value || builtins.isString value then
      "module"
    else
      typeOf value;
in
listToAttrs (
  each "nixosConfigurations" (host (value: value.config.system.build.toplevel)) (
    flake.nixosConfigurations or { }
  )
  ++ each "darwinConfigurations" (host (value: value.system)) (flake.darwinConfigurations or { })
  ++ each "homeConfigurations" (host (value: value.activationPackage)) (
    flake.homeConfigurations or { }
  )
  ++ eachSystem "packages" (value: value.drvPath)
  ++ eachSystem "devShells" (value: value.drvPath)
  ++ eachSystem "checks" (value: value.drvPath)
  ++ eachSystem "apps" (value: "${value.type} ${builtins.unsafeDiscardStringContext value.program}")
  ++ map (system: {
    name = "formatter.${system}";
    value = flake.formatter.${system}.drvPath;
  }) (attrNames (flake.formatter or { }))
  ++ each "nixosModules" module (flake.nixosModules or { })
  ++ each "darwinModules" module (flake.darwinModules or { })
  ++ each "homeModules" module (flake.homeModules or { })
  ++ each "homeManagerModules" module (flake.homeManagerModules or { })
  ++ each "overlays" (value: if isFunction value then "overlay" else typeOf value) (
    flake.overlays or { }
  )
  ++ each "templates" (
    value: "${value.description}: ${if builtins.pathExists value.path then "there" else "missing"}"
  ) (flake.templates or { })
)
