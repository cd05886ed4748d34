{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.nheko;
}
