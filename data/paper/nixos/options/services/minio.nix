{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.minio;
}
