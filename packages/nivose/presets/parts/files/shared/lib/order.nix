# In which order hosts are updated: by wave, and within a wave those first that others depend on.
{ lib }:
hosts:
let
  comes =
    first: second: first.wave < second.wave || builtins.elem first.name second.dependsOn;

  sorted = lib.toposort comes (builtins.attrValues hosts);
in
{
  # Names of hosts; none if there is no such order.
  deploymentOrder = map (host: host.name) (sorted.result or [ ]);

  # Hosts that wait for each other.
  circle = map (host: host.name) (sorted.cycle or [ ]);
}
