{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.devilspie2;
}
