{
  jq,
  kubectl,
  writeShellApplication,
}:
writeShellApplication {
  name = "kubectl-nodepods";
  runtimeInputs = [
    jq
    kubectl
  ];
  text = builtins.readFile ./kubectl-nodepods.sh;
  meta.description = "Plugin of kubectl that lists the pods of a node";
}
