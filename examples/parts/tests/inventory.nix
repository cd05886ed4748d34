# What fleet.nix has to be, beyond what evaluating hosts would notice.
{ fleet, lib }:
let
  hosts = builtins.attrValues fleet.hosts;
  cloudHosts = builtins.attrValues (fleet.inPlace "hetzner");

  places = [
    "hetzner"
    "local-machines"
    "local-server"
  ];

  # The folders below infrastructure/ that are hosts; those that are not start with an underscore.
  foldersIn =
    where:
    builtins.attrNames (
      lib.filterAttrs (name: type: type == "directory" && !lib.hasPrefix "_" name) (
        builtins.readDir (../infrastructure + "/${where}")
      )
    );

  isUnique = list: list == lib.unique list;

  ofHost = host: [
    {
      holds = builtins.elem host.where places;
      says = "${host.name}: 'where' is one of ${lib.concatStringsSep ", " places}, not '${host.where}'.";
    }
    {
      holds = builtins.pathExists (../infrastructure + "/${host.where}/${host.name}/default.nix");
      says = "${host.name}: infrastructure/${host.where}/${host.name}/default.nix is missing.";
    }
    {
      holds = builtins.all (user: fleet.users ? ${user}) host.users;
      says = "${host.name}: somebody of ${lib.concatStringsSep ", " host.users} is not among the users of fleet.nix.";
    }
    {
      holds = builtins.all (other: fleet.hosts ? ${other}) host.dependsOn;
      says = "${host.name}: depends on a host that fleet.nix does not have.";
    }
  ];

  ofPlace = where: {
    holds = foldersIn where == builtins.attrNames (fleet.inPlace where);
    says = "infrastructure/${where}/ and fleet.nix name different hosts.";
  };
in
lib.concatMap ofHost hosts
++ map ofPlace places
++ [
  {
    holds = fleet.circle == [ ];
    says = "These hosts wait for each other when the fleet is updated, by 'dependsOn' or by 'wave': ${lib.concatStringsSep ", " fleet.circle}.";
  }
  {
    holds = isUnique (map (host: host.cloud.privateAddress) cloudHosts);
    says = "Two servers at Hetzner have the same private address.";
  }
  {
    holds = isUnique (map (host: host.address) hosts);
    says = "Two hosts have the same address.";
  }
]
