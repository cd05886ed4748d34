{
  config,
  lib,
  options,
  pkgs,
}:
{
  "<name>.dataDir" = name: "/var/lib/bitcoind-${name}";
  "<name>.group" = name: "bitcoind-${name}";
  "<name>.package" = name: pkgs.bitcoind;
  "<name>.pidFile" = name: "/var/lib/bitcoind-${name}/bitcoind.pid";
  "<name>.rpc.users.<name>.name" = name1: name: name;
  "<name>.user" = name: "bitcoind-${name}";
}
