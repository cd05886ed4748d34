{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.genemichaels;
}
