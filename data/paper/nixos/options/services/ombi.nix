{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ombi;
}
