{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.swappy;
}
