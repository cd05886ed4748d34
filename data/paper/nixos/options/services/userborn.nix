{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.userborn;
}
