/** What a system says of its own network: addresses, names, name servers, the firewall, and who is beside its services. */

import type { Firewall } from "../../../fleet/ports.ts";
import { networkWords } from "../../../fleet/questions/network.ts";
import { fact } from "../fact.ts";

export interface NetworkFact {
  readonly hostName: string | null;
  readonly domain: string | null;
  /** With the length of their prefix. */
  readonly addresses: readonly { readonly interface: string; readonly address: string }[];
  readonly nameservers: readonly string[];
  readonly firewall: FirewallFact | null;
  /** Sockets that the fleet itself has systemd listen on. */
  readonly sockets: readonly OwnSocket[];
  readonly containers: readonly OciContainer[];
  /** NixOS containers and small virtual machines. */
  readonly machines: readonly string[];
  /** Services with networks or rules of their own that are on. */
  readonly waysIn: readonly string[];
  /** Who else may listen: modules of inputs of which nothing is known. */
  readonly unread: readonly string[];
}

export interface FirewallFact extends Firewall {
  readonly trusted: readonly string[];
  /** Rules as text, which may open anything. */
  readonly rules: string;
}

export interface OwnSocket {
  readonly name: string;
  readonly service: string | null;
  readonly streams: readonly string[];
  readonly datagrams: readonly string[];
}

export interface OciContainer {
  readonly name: string;
  readonly ports: readonly string[];
  readonly isStarted: boolean;
  /** Whether it has the network of the host, and so any port. */
  readonly isOnHost: boolean;
}

/** Networks of their own, with rules of their own; tunnels; other firewalls. */
const waysIn = [
  "cloudflared",
  "ferm",
  "frp",
  "headscale",
  "i2pd",
  "innernet",
  "k3s",
  "kubernetes",
  "nebula",
  "netbird",
  "ngrok",
  "pagekite",
  "shorewall",
  "tailscale",
  "tinc",
  "tor",
  "yggdrasil",
  "zerotierone",
];

const nix = `
let
${networkWords}
  rulesOf = set: builtins.concatStringsSep "\\n" (map (name: or' "" (text (set.\${name} or "")))
    [ "extraCommands" "extraInputRules" "extraForwardRules" "ruleset" ]);
  # A definition of nixpkgs itself is known from the service that it is for.
  ownNames = option: concatMap (it: if builtins.substring 0 1 (or' "" (text it.file)) == "/" && builtins.substring 0 (stringLength nixpkgsFolder) (text it.file) != nixpkgsFolder
    then names it.value else [ ]) (or' [ ] option.definitionsWithLocations);
  nixpkgsFolder = or' "/nowhere" (text host.pkgs.path);
  listOf = value: map text (if isList value then value else [ value ]);
in {
  hostName = textOrNull config.networking.hostName;
  domain = textOrNull config.networking.domain;
  addresses = addressesOf config;
  nameservers = or' [ ] (whole (map text config.networking.nameservers));
  firewall = or' null (whole (firewallOf config.networking.firewall // {
    trusted = map text config.networking.firewall.trustedInterfaces;
    rules = rulesOf config.networking.firewall + "\\n" + rulesOf config.networking.nftables
      + builtins.concatStringsSep "\\n" (pairs (_: table: text table.content) (config.networking.nftables.tables or { }));
  }));
  sockets = concatMap (name: or' [ ] (whole [ (let it = config.systemd.sockets.\${name}; in {
    inherit name;
    service = textOrNull (it.socketConfig.Service or null);
    streams = listOf (it.listenStreams ++ (it.socketConfig.ListenStream or [ ]));
    datagrams = listOf (it.listenDatagrams ++ (it.socketConfig.ListenDatagram or [ ]));
  }) ])) (ownNames (options.systemd.sockets or null));
  containers = or' [ ] (pairs (name: it: {
    inherit name;
    ports = or' [ ] (whole (map text it.ports));
    isStarted = or' true it.autoStart;
    isOnHost = builtins.any (each: match "(--net(work)?=)?host" each != null) (or' [ ] (whole (map text (it.extraOptions ++ (it.networks or [ ])))));
  }) config.virtualisation.oci-containers.containers);
  machines = names (config.containers or { }) ++ names (config.microvm.vms or { });
  waysIn = filter (name: or' false (config.services.\${name}.enable == true)
    || or' false (attrNames (config.services.\${name}.networks or { }) != [ ])) [ ${waysIn.map((name) => JSON.stringify(name)).join(" ")} ];
  unread = or' [ ] (whole (map (it: text it.input) (filter (it: (it.otherReleaseOf or null) == null) options._module.opaque.value)));
}
`;

export const networkFact = fact<NetworkFact>("network", { nixos: nix });
