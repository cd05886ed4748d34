{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.rbenv;
}
