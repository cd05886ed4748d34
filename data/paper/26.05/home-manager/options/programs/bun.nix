{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.bun;
}
