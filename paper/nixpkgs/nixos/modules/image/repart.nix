{
  config,
  lib,
  options,
  pkgs,
  ...
}@arguments:
{
  options = import ../../options-of.nix "image/repart" arguments;
  config.system.build.image = import ../../../declare/unknown.nix "an image of a disk";
}
