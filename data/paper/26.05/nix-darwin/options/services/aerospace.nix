{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.aerospace;
}
