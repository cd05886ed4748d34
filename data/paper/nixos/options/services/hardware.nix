{
  config,
  lib,
  options,
  pkgs,
}:
{
  "argonone.package" = pkgs.argononed;
  "bolt.package" = pkgs.bolt;
  "openrgb.package" = pkgs.openrgb;
}
