{
  config,
  lib,
  options,
  pkgs,
}:
{
  "plugins" = [ pkgs.ccid ];
}
