{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.haproxy;
}
