{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.neomutt;
}
