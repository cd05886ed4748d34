{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.stalwart-mail;
}
