{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.sherlock-launcher;
}
