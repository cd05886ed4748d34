{
  config,
  lib,
  options,
  pkgs,
}:
{
  "opacity" = 0.75;
}
