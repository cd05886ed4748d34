{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.kanidm;
}
