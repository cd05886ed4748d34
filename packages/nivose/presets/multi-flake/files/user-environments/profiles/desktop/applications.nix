# Programs with windows. Those for media are the station's: not every desktop plays films.
{ pkgs, ... }:
{
  home.packages = [
    pkgs.firefox
    pkgs.libreoffice
    pkgs.nautilus
    pkgs.pavucontrol
    pkgs.thunderbird
    pkgs.wl-clipboard
  ];

  programs = {
    fuzzel.enable = true;

    kitty = {
      enable = true;
      font = {
        name = "JetBrains Mono";
        size = 11;
      };
    };
  };

  services = {
    cliphist.enable = true;
    dunst.enable = true;
  };
}
