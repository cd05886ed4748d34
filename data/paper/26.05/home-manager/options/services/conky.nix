{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.conky;
}
