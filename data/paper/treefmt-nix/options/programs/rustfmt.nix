{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.rustfmt;
}
