{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.rufo;
}
