{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ebusd;
}
