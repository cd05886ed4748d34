{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.syshud;
}
