{
  config,
  lib,
  options,
  pkgs,
}:
{
  "extraPackages" = with pkgs; [ brightnessctl foot grim pulseaudio swayidle swaylock wmenu ];
  "package" = pkgs.sway;
}
