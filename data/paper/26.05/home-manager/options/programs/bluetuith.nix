{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.bluetuith;
}
