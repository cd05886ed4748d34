{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ec;
}
