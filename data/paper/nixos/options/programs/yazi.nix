{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.yazi;
}
