{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.skim;
}
