{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.erlang;
}
