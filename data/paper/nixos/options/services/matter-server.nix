{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.python-matter-server;
}
