{
  config,
  lib,
  options,
  pkgs,
}:
{
  "gamma" = 1.0;
}
