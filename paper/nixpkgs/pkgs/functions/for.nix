# The packages that are made for a package that is given: modules for a kernel, plugins for an Emacs.
{
  lib,
  make,
  pkgs,
  ...
}:
let
  madeFor =
    label: set: main: given:
    let
      again = overlay: lib.fix (lib.extends overlay (_: own));
      own =
        builtins.mapAttrs (
          name: member:
          if lib.isDerivation (builtins.tryEval member).value then
            member.overrideAttrs { ${label} = given; }
          else
            member
        ) set
        // {
          extend = again;
          ${main} = given;
        };
    in
    own;
in
{
  linuxPackagesFor = madeFor "linuxPackagesFor" pkgs.linuxPackages "kernel";
  emacsPackagesFor = madeFor "emacsPackagesFor" pkgs.emacsPackages "emacs";
}
