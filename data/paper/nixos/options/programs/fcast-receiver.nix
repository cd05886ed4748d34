{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.fcast-receiver;
}
