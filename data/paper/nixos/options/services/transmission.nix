{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.transmission_3;
}
