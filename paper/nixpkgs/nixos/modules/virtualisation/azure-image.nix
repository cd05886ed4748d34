{
  config,
  lib,
  options,
  pkgs,
  ...
}@arguments:
{
  imports = [
    ./azure-common.nix
    ./disk-size-option.nix
    (lib.mkRenamedOptionModuleWith {
      sinceRelease = 2411;
      from = [
        "virtualisation"
        "azureImage"
        "diskSize"
      ];
      to = [
        "virtualisation"
        "diskSize"
      ];
    })
  ];
  options = import ../../options-of.nix "virtualisation/azure-image" arguments;
  config.system.build.azureImage = import ../../../declare/unknown.nix "an image of a disk";
}
