{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.cbatticon;
}
