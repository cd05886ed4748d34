# Kubernetes: kubectl with our own plugins (pkgs/kubectl-*) and those of others.
{
  config,
  lib,
  pkgs,
  ...
}:
let
  cfg = config.homelab.development;
in
{
  options.homelab.development.kubernetes.enable = lib.mkEnableOption "tools for Kubernetes" // {
    default = cfg.enable;
    defaultText = lib.literalMD "whether the machine is for development";
  };

  config = lib.mkIf cfg.kubernetes.enable {
    home.packages = [
      pkgs.helmfile
      pkgs.k9s
      pkgs.kind
      pkgs.kubectl
      pkgs.kubectl-nodepods
      pkgs.kubectl-requests
      pkgs.kubectl-restarts
      pkgs.kubectl-tree
      pkgs.kubectx
      pkgs.kubernetes-helm
      pkgs.kustomize
      pkgs.stern
    ];
  };
}
