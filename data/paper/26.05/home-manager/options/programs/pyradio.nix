{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.pyradio;
}
