{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.havoc;
}
