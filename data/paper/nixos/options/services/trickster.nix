{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.trickster;
}
