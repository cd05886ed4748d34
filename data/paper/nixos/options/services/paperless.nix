{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.paperless-ngx;
}
