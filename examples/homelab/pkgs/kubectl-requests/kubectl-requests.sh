# kubectl requests [KUBECTL OPTIONS]: what each container asks for, and which ask for nothing.

kubectl get pods --all-namespaces --output json "$@" | jq --raw-output '
  .items[] | .metadata as $pod | .spec.containers[]
  | [ $pod.namespace, $pod.name, .name, (.resources.requests.cpu // "no cpu"), (.resources.requests.memory // "no memory") ]
  | @tsv
'
