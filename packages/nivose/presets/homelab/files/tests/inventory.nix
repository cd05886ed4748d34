# What the types of the inventory cannot say.
{ passes, repository, ... }:
let
  inherit (builtins)
    attrNames
    attrValues
    concatMap
    elem
    filter
    map
    readDir
    ;
  inherit (repository.fleet) hosts;

  folders = filter (name: name != "_modules") (attrNames (readDir ../hosts));
  addresses = map (host: host.address) (attrValues hosts);
  isDarwin = host: builtins.match ".*-darwin" host.system != null;
  count = element: list: builtins.length (filter (each: each == element) list);

  about =
    host:
    filter (problem: problem != null) [
      (if elem host.name folders then null else "${host.name} has no folder in hosts/")
      (
        if isDarwin host == (host.kind == "darwin") then
          null
        else
          "${host.name} is of the kind ${host.kind} on ${host.system}"
      )
      (
        if host.kind == "nixos" || host.services == [ ] then
          null
        else
          "${host.name} has services, and only NixOS hosts offer any"
      )
      (
        if count host.address addresses == 1 then null else "${host.address} is the address of several hosts"
      )
    ]
    ++ concatMap (
      name:
      if hosts.${name}.wave > host.wave then
        [ "${host.name} depends on ${name}, which is deployed in a later wave" ]
      else
        [ ]
    ) host.dependsOn;
in
passes "inventory" (
  concatMap about (attrValues hosts)
  ++ map (name: "hosts/${name} is not in fleet.nix") (filter (name: !(hosts ? ${name})) folders)
)
