# The desktop: Hyprland and what a session needs of the system. How it looks is the matter of user-environments.
{
  config,
  lib,
  pkgs,
  ...
}:
let
  cfg = config.@namespace@.desktop;
in
{
  options.@namespace@.desktop.enable = lib.mkEnableOption "Hyprland, with sound, fonts and a greeter";

  config = lib.mkIf cfg.enable {
    programs = {
      hyprland.enable = true;
      # Home Manager writes the settings of GTK programs into it.
      dconf.enable = true;
    };

    services = {
      greetd = {
        enable = true;
        settings.default_session.command = "${lib.getExe pkgs.@tuigreet@} --time --remember --cmd Hyprland";
      };

      pipewire = {
        enable = true;
        alsa.enable = true;
        pulse.enable = true;
      };

      # Disks and phones in the file manager.
      gvfs.enable = true;
      udisks2.enable = true;
    };

    security = {
      # Without an entry here the lock screen would take no password.
      pam.services.hyprlock = { };
      rtkit.enable = true;
    };

    hardware = {
      bluetooth.enable = true;
      graphics.enable = true;
    };

    fonts.packages = [
      pkgs.font-awesome
      pkgs.jetbrains-mono
      pkgs.noto-fonts
      pkgs.noto-fonts-color-emoji
    ];
  };
}
