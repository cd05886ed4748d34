{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.rstudio-server;
}
