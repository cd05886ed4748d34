{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.shfmt;
}
