{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ktlint;
}
