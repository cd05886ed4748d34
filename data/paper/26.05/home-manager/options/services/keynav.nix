{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.keynav;
}
