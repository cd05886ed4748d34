{
  config,
  lib,
  options,
  pkgs,
}:
{
  "audio.package" = pkgs.pulseaudio-module-xrdp;
  "package" = pkgs.xrdp;
}
