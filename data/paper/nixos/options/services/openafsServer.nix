{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.openafs;
}
