{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.translate-shell;
}
