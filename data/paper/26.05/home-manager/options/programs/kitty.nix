{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.kitty;
}
