# kubectl nodepods NODE: the pods that run on a node, of all namespaces.

if [ $# -ne 1 ]; then
  echo "usage: kubectl nodepods NODE" >&2
  exit 2
fi

exec kubectl get pods --all-namespaces --output wide --field-selector "spec.nodeName=$1"
