{
  config,
  lib,
  options,
  pkgs,
  ...
}@arguments:
{
  imports = [
    ./linode-config.nix
    ./disk-size-option.nix
    (lib.mkRenamedOptionModuleWith {
      sinceRelease = 2411;
      from = [
        "virtualisation"
        "linodeImage"
        "diskSize"
      ];
      to = [
        "virtualisation"
        "diskSize"
      ];
    })
  ];
  options = import ../../options-of.nix "virtualisation/linode-image" arguments;
  config.system.build.linodeImage = import ../../../declare/unknown.nix "an image of a disk";
}
