{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.tang;
}
