# A development shell for each file of shared/shells, the one for this repository as the default, and the formatter.
{ lib, ... }:
let
  files = lib.filterAttrs (name: _: lib.hasSuffix ".nix" name) (builtins.readDir ../shared/shells);
in
{
  perSystem =
    { pkgs, ... }:
    {
      devShells = lib.mapAttrs' (file: _: {
        name = if file == "repository.nix" then "default" else lib.removeSuffix ".nix" file;
        value = pkgs.callPackage (../shared/shells + "/${file}") { };
      }) files;

      formatter = pkgs.nixfmt;
    };
}
