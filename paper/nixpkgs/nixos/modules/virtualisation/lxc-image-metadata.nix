{
  config,
  lib,
  options,
  pkgs,
  ...
}@arguments:
{
  options = import ../../options-of.nix "virtualisation/lxc-image-metadata" arguments;
  config.system.build.metadata = import ../../../declare/unknown.nix "the metadata of an image";
}
