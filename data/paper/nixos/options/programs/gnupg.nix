{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.gnupg;
}
