{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.jackett;
}
