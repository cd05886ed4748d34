{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.rshim-user-space;
}
