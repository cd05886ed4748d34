{
  config,
  lib,
  options,
  pkgs,
}:
{
  "caFile" = config.services.kubernetes.caFile;
}
