{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ty;
}
