{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.opengfw;
}
