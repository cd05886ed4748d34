{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.getmail6;
}
