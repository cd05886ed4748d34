{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.hound;
}
