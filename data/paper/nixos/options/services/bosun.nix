{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.bosun;
}
