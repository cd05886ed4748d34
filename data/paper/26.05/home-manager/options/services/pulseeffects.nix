{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.pulseeffects-legacy;
}
