{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ktfmt;
}
