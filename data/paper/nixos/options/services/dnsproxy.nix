{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.dnsproxy;
}
