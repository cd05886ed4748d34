{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.listmonk;
}
