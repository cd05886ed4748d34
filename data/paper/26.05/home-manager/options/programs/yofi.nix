{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.yofi;
}
