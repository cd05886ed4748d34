{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.shikane;
}
