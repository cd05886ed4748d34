# Builds on other machines: on every host with the tag `builder`, over SSH. docs/maintenance.md has the steps.
{
  config,
  fleet,
  host,
  lib,
  ...
}:
let
  cfg = config.@namespace@.buildHosts;
  builders = lib.filterAttrs (
    name: other: name != host.name && builtins.elem "builder" other.tags
  ) fleet.hosts;
in
{
  options.@namespace@.buildHosts = {
    enable = lib.mkEnableOption "building on the hosts with the tag `builder`";

    sshKey = lib.mkOption {
      type = lib.types.str;
      default = "/etc/ssh/ssh_host_ed25519_key";
      description = "The private key with which the Nix daemon logs in; the host's own, unless said otherwise.";
    };
  };

  config = lib.mkIf cfg.enable {
    nix = {
      distributedBuilds = true;
      buildMachines = lib.mapAttrsToList (_: builder: {
        inherit (cfg) sshKey;
        hostName = builder.address;
        protocol = "ssh-ng";
        sshUser = "nix-builder";
        # A PC builds for Arm as well, by emulation: see nixos/build-host.nix.
        systems = [ builder.system ] ++ lib.optional (builder.system == "x86_64-linux") "aarch64-linux";
        maxJobs = 4;
        supportedFeatures = [
          "big-parallel"
          "kvm"
          "nixos-test"
        ];
      }) builders;
    };
  };
}
