{
  config,
  lib,
  options,
  pkgs,
}:
{
  "clientCaFile" = config.services.kubernetes.caFile;
  "etcd.caFile" = config.services.kubernetes.caFile;
  "featureGates" = config.services.kubernetes.featureGates;
  "kubeletClientCaFile" = config.services.kubernetes.caFile;
}
