{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.kdePackages.qtdeclarative;
}
