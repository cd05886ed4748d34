{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.phylactery;
}
