{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.browserpass;
}
