{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.emacs;
}
