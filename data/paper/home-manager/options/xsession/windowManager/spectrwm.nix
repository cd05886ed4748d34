{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.spectrwm;
}
