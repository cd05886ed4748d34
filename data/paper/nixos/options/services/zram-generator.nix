{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.zram-generator;
}
