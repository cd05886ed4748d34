{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.nano;
}
