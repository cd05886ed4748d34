{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.riffdiff;
}
