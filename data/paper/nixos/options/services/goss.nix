{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.goss;
}
