{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.artalk;
}
