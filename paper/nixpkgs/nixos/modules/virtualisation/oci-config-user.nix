{ modulesPath, ... }: { imports = [ "${modulesPath}/virtualisation/oci-common.nix" ]; }
