{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.khard;
}
