{
  config,
  lib,
  options,
  pkgs,
}:
{
  "featureGates" = config.services.kubernetes.featureGates;
  "hostname" = config.networking.hostName;
  "kubeconfig.caFile" = config.services.kubernetes.caFile;
}
