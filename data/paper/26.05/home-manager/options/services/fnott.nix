{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.fnott;
}
