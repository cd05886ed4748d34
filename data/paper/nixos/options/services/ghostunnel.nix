{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ghostunnel;
}
