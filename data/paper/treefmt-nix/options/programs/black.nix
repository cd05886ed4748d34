{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.black;
}
