{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.spacecookie;
}
