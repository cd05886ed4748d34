{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.webhook;
}
