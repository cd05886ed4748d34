{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.pulseaudio;
}
