{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.retroarch;
}
