{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.numbat;
}
