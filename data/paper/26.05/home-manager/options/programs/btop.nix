{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.btop;
}
