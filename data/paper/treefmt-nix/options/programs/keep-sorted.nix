{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.keep-sorted;
}
