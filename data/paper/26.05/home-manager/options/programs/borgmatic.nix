{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.borgmatic;
}
