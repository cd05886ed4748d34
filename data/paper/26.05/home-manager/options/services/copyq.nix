{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.copyq;
}
