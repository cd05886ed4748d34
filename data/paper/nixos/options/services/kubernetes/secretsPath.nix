{
  config,
  lib,
  options,
  pkgs,
}:
{
  "" = config.services.kubernetes.dataDir + "/secrets";
}
