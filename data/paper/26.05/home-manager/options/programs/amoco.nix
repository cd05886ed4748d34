{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.amoco;
}
