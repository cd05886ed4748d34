{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.amfora;
}
