{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.qutebrowser;
}
