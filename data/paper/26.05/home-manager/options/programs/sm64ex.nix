{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.sm64ex;
}
