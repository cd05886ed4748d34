{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.bacon;
}
