{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.dbeaver-bin;
}
