# A home with packages of its own.
{
  config,
  lib,
  pkgsPath,
  ...
}:
let
  own = import pkgsPath (lib.filterAttrs (_: value: value != null) config.nixpkgs);
in
{
  config._module.args = {
    pkgs = lib.mkOverride lib.modules.defaultOverridePriority own;
    pkgs_i686 =
      if own.stdenv.hostPlatform.isLinux && own.stdenv.hostPlatform.isx86 then own.pkgsi686Linux else { };
  };
}
