{
  config,
  lib,
  options,
  pkgs,
}:
{
  "packageSet" = pkgs.texlive;
}
