{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ntfy-sh;
}
