{
  config,
  lib,
  pkgs,
  ...
}:
let
  inherit (lib) mkDefault mkImageMediaOverride;
in
{
  imports = [
    ../installer/scan/detected.nix
    ../installer/scan/not-detected.nix
    ./clone-config.nix
    ../installer/cd-dvd/channel.nix
  ];
  system.nixos.variant_id = mkDefault "installer";
  documentation = {
    enable = mkImageMediaOverride true;
    nixos.enable = mkImageMediaOverride true;
  };
  users.users = {
    nixos = {
      isNormalUser = true;
      extraGroups = [
        "wheel"
        "networkmanager"
        "video"
      ];
      initialHashedPassword = "";
    };
    root.initialHashedPassword = "";
  };
  security = {
    polkit.enable = true;
    sudo = {
      enable = mkDefault true;
      wheelNeedsPassword = mkImageMediaOverride false;
    };
  };
  services = {
    getty = {
      autologinUser = "nixos";
      helpLine = import ../../../declare/unknown.nix "the help of an installer";
    };
    openssh = {
      enable = true;
      settings.PermitRootLogin = "yes";
    };
  };
  networking = {
    wireless = {
      enable = mkDefault true;
      userControlled.enable = true;
    };
    firewall.logRefusedConnections = mkDefault false;
  };
  systemd.services.wpa_supplicant.wantedBy = lib.mkOverride 50 [ ];
  environment = {
    variables.GC_INITIAL_HEAP_SIZE = "1M";
    etc."systemd/pstore.conf".text = "[PStore]\nUnlink=no\n";
  };
  boot = {
    kernel.sysctl."vm.overcommit_memory" = "1";
    swraid = {
      enable = true;
      mdadmConf = "PROGRAM ${pkgs.coreutils}/bin/true";
    };
  };
  system.extraDependencies = [
    pkgs.stdenv
    pkgs.stdenvNoCC
    pkgs.busybox
    pkgs.jq
    pkgs.makeInitrdNGTool
  ];
  nix.settings.trusted-users = [ "nixos" ];
}
