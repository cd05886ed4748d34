{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.findutils.locate;
}
