{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.oink;
}
