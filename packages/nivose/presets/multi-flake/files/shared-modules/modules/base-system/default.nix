# What every station has: accounts, SSH, Nix itself, and a way in for whoever looks after it.
{
  config,
  lib,
  pkgs,
  ...
}:
let
  cfg = config.@namespace@.base;
in
{
  imports = [
    ./accounts.nix
    ./nix.nix
  ];

  options.@namespace@.base.enable = lib.mkEnableOption "what every station has";

  config = lib.mkIf cfg.enable {
    time.timeZone = lib.mkDefault "UTC";
    i18n.defaultLocale = lib.mkDefault "en_US.UTF-8";

    environment.systemPackages = [
      pkgs.git
      pkgs.htop
      pkgs.vim
    ];

    # Keys only. root may log in with one, because that is how the deployment flake reaches a station.
    services.openssh = {
      enable = true;
      settings = {
        KbdInteractiveAuthentication = false;
        PasswordAuthentication = false;
        PermitRootLogin = "prohibit-password";
      };
    };

    # /boot is small; old systems beyond these are still there, but not in the menu.
    boot.loader.systemd-boot.configurationLimit = lib.mkDefault 20;
    boot.tmp.cleanOnBoot = true;

    zramSwap.enable = lib.mkDefault true;
  };
}
