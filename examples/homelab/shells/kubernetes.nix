{
  k9s,
  kubectl,
  kubectx,
  kubernetes-helm,
  kustomize,
  mkShell,
  stern,
}:
mkShell {
  name = "kubernetes";

  packages = [
    k9s
    kubectl
    kubectx
    kubernetes-helm
    kustomize
    stern
  ];
}
