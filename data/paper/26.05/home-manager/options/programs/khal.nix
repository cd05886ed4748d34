{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.khal;
}
