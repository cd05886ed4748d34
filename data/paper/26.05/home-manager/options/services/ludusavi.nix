{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ludusavi;
}
