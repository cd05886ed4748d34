{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.mediamtx;
}
