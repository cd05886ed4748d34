{ lib, ... }:
{
  imports = [
    ./lxc-image-metadata.nix
    ../installer/cd-dvd/channel.nix
    ../profiles/clone-config.nix
    ../profiles/minimal.nix
  ];
  users.users.root.initialHashedPassword = lib.mkOverride 150 "";
  services = {
    getty.helpLine = "\nLog in as \"root\" with an empty password.\n";
    openssh = {
      enable = lib.mkDefault true;
      startWhenNeeded = lib.mkDefault true;
    };
    logrotate.enable = true;
  };
  documentation = {
    enable = true;
    nixos.enable = true;
  };
}
