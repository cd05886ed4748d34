{
  config,
  lib,
  options,
  pkgs,
}:
{
  "<name>.dataDir" = name: "/var/lib/buildkite-agent-${name}";
  "<name>.name" = name: "%hostname-${name}-%n";
  "<name>.package" = name: pkgs.buildkite-agent;
  "<name>.runtimePackages" = name: [ pkgs.bash pkgs.gnutar pkgs.gzip pkgs.git pkgs.nix ];
  "<name>.shell" = name: "${pkgs.bash}/bin/bash -e -c";
}
