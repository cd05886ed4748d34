{
  jq,
  kubectl,
  writeShellApplication,
}:
writeShellApplication {
  name = "kubectl-requests";
  runtimeInputs = [
    jq
    kubectl
  ];
  text = builtins.readFile ./kubectl-requests.sh;
  meta.description = "Plugin of kubectl that shows what containers ask for";
}
