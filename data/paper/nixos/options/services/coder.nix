{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.coder;
}
