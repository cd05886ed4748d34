# The least that a NixOS machine has.
{
  config,
  host,
  lib,
  pkgs,
  ...
}:
{
  networking = {
    hostName = host.name;
    domain = config.@namespace@.domain;
    firewall.enable = true;
  };

  time.timeZone = lib.mkDefault "UTC";
  i18n.defaultLocale = lib.mkDefault "en_US.UTF-8";

  environment.systemPackages = [
    pkgs.curl
    pkgs.dnsutils
    pkgs.htop
    pkgs.jq
    pkgs.vim
  ];

  programs.zsh.enable = true;

  # Old generations fill /boot before they fill anything else.
  boot.loader.systemd-boot.configurationLimit = 15;
  boot.tmp.cleanOnBoot = true;

  # As a file, because the option for it has changed its name between releases.
  environment.etc."systemd/journald.conf.d/size.conf".text = lib.mkDefault ''
    [Journal]
    SystemMaxUse=1G
  '';
}
