{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.nushell;
}
