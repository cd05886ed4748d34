{
  config,
  lib,
  options,
  pkgs,
  ...
}:
{
  imports = [
    ./iso-image.nix
    ../../profiles/all-hardware.nix
    ../../profiles/base.nix
    ../../profiles/installation-device.nix
  ];
  console.packages = options.console.packages.default ++ [ pkgs.terminus_font ];
  isoImage = {
    isoName = "${config.isoImage.isoBaseName}-${config.system.nixos.label}-${pkgs.stdenv.hostPlatform.system}.iso";
    makeEfiBootable = true;
    makeUsbBootable = true;
  };
  boot.loader.grub.memtest86.enable = true;
  swapDevices = lib.mkImageMediaOverride [ ];
  fileSystems = lib.mkImageMediaOverride config.lib.isoFileSystems;
  system.stateVersion = lib.mkDefault lib.trivial.release;
}
