{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.aiken;
}
