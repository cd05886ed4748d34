{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.formiko;
}
