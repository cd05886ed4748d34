{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.hypridle;
}
