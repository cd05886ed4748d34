{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.megasync;
}
