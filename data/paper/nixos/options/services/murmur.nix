{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.murmur;
}
