{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.filebeat;
}
