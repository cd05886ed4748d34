{
  config,
  lib,
  options,
  pkgs,
  ...
}@arguments:
{
  imports = [
    ./digital-ocean-config.nix
    ./disk-size-option.nix
    (lib.mkRenamedOptionModuleWith {
      sinceRelease = 2411;
      from = [
        "virtualisation"
        "digitalOceanImage"
        "diskSize"
      ];
      to = [
        "virtualisation"
        "diskSize"
      ];
    })
  ];
  options = import ../../options-of.nix "virtualisation/digital-ocean-image" arguments;
  config.system.build.digitalOceanImage = import ../../../declare/unknown.nix "an image of a disk";
}
