{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.alice-lg;
}
