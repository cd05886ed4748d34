{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.lokinet;
}
