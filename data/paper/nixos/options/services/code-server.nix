{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.code-server;
}
