{ modulesPath, ... }: { imports = [ "${modulesPath}/virtualisation/azure-common.nix" ]; }
