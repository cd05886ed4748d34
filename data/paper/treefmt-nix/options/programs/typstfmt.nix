{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.typstfmt;
}
