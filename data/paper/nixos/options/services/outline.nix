{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.outline;
}
