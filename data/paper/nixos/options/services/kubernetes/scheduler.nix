{
  config,
  lib,
  options,
  pkgs,
}:
{
  "featureGates" = config.services.kubernetes.featureGates;
  "kubeconfig.caFile" = config.services.kubernetes.caFile;
}
