{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.trayscale;
}
