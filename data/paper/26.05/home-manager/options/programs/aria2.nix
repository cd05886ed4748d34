{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.aria2;
}
