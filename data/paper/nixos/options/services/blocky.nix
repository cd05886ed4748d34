{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.blocky;
}
