{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.nginx-sso;
}
