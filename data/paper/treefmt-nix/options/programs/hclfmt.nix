{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.hclfmt;
}
