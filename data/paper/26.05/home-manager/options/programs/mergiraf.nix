{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.mergiraf;
}
