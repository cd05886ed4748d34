{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.tealdeer;
}
