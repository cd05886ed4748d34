{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.zig;
}
