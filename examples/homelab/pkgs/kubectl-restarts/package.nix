{
  jq,
  kubectl,
  writeShellApplication,
}:
writeShellApplication {
  name = "kubectl-restarts";
  runtimeInputs = [
    jq
    kubectl
  ];
  text = builtins.readFile ./kubectl-restarts.sh;
  meta.description = "Plugin of kubectl that lists containers by how often they restarted";
}
