{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.kavita;
}
