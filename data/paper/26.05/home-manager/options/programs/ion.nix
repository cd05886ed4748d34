{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ion;
}
