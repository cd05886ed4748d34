{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.nomad;
}
