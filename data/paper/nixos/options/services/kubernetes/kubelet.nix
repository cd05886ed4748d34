{
  config,
  lib,
  options,
  pkgs,
}:
{
  "clientCaFile" = config.services.kubernetes.caFile;
  "clusterDomain" = config.services.kubernetes.addons.dns.clusterDomain;
  "featureGates" = config.services.kubernetes.featureGates;
  "hostname" = config.networking.fqdnOrHostName;
  "kubeconfig.caFile" = config.services.kubernetes.caFile;
}
