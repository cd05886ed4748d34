{
  config,
  lib,
  options,
  pkgs,
}:
{
  "clusterCidr" = config.services.kubernetes.clusterCidr;
  "featureGates" = config.services.kubernetes.featureGates;
  "kubeconfig.caFile" = config.services.kubernetes.caFile;
  "rootCaFile" = config.services.kubernetes.caFile;
}
