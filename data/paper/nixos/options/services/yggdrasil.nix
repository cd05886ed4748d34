{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.yggdrasil;
}
