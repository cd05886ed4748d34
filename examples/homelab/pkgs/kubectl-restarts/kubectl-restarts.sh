# kubectl restarts [KUBECTL OPTIONS]: containers that were restarted, the most restless first.

kubectl get pods --all-namespaces --output json "$@" | jq --raw-output '
  [ .items[] | .metadata as $pod | (.status.containerStatuses // [])[]
    | select(.restartCount > 0)
    | { count: .restartCount, namespace: $pod.namespace, pod: $pod.name, container: .name } ]
  | sort_by(-.count)[]
  | "\(.count)\t\(.namespace)\t\(.pod)\t\(.container)"
'
