# Takes away what `nix flake check` would trip over: what is no package, is broken, or does not exist for the system.
{ allSystems }:
system: packages:
let
  good =
    package:
    let
      inherit (package) meta;
      isPackage = builtins.isAttrs package && package ? type && package.type == "derivation";
    in
    isPackage
    && !(meta.broken or false)
    && builtins.elem system (meta.platforms or allSystems)
    && !builtins.elem system (meta.badPlatforms or [ ]);
in
removeAttrs packages (builtins.filter (name: !good packages.${name}) (builtins.attrNames packages))
