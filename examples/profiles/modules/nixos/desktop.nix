# A desktop: Plasma, sound, printers, fonts.
{
  config,
  lib,
  pkgs,
  ...
}:
let
  cfg = config.systems.desktop;
in
{
  options.systems.desktop.enable = lib.mkEnableOption "a desktop";

  config = lib.mkIf cfg.enable {
    services = {
      desktopManager.plasma6.enable = true;
      displayManager.sddm = {
        enable = true;
        wayland.enable = true;
      };
      pipewire = {
        enable = true;
        alsa.enable = true;
        pulse.enable = true;
      };
      printing.enable = true;
      fwupd.enable = true;
    };

    # Printers announce themselves in the same way as machines.
    systems.discovery.enable = true;

    security.rtkit.enable = true;
    hardware.graphics.enable = true;
    hardware.bluetooth.enable = true;
    networking.networkmanager.enable = true;

    users.users = lib.mapAttrs (_: _: { extraGroups = [ "networkmanager" ]; }) config.systems.accounts;

    fonts.packages = [
      pkgs.jetbrains-mono
      pkgs.noto-fonts
      pkgs.noto-fonts-cjk-sans
    ];

    environment.systemPackages = [
      pkgs.firefox
      pkgs.libreoffice-qt
      pkgs.vlc
    ];
  };
}
