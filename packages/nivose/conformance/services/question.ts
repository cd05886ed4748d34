/** What is asked of a system: what it says of units, ports and folders, and what check would ask of it. */

import { networkFact } from "../../src/check/hosts/facts/network.ts";
import type { NetworkFact } from "../../src/check/hosts/facts/network.ts";
import { type RunningService, runningServices } from "../../src/check/services/running.ts";
import { words } from "../../src/fleet/questions/shared.ts";

export interface System {
  /** Assertions that do not hold. */
  readonly failing: readonly string[];
  readonly warnings: readonly string[];
  readonly open: { readonly tcp: readonly number[]; readonly udp: readonly number[] };
  readonly sockets: Readonly<Record<string, readonly string[]>>;
  readonly units: readonly string[];
  /** Of services that an empty system has not. */
  readonly services: Readonly<Record<string, ServiceUnit>>;
  /** What `systemd-tmpfiles` makes. */
  readonly folders: readonly string[];
  /** Values that were asked for, by their paths. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly exporters: Readonly<Record<string, number>>;
  readonly running: readonly RunningService[];
  readonly network: NetworkFact;
}

export interface ServiceUnit {
  /** The whole unit as it is written, which needs all packages in it. */
  readonly text: string;
  readonly state: readonly string[];
  readonly isDynamic: boolean;
}

/** What check asks alone, which takes less time. */
export const listenersQuestion = `
{ attempt, ... }: host:
let
${words}
  inherit (host) config options;
in {
  running = (${runningServices.nix.nixos!});
  network = (${networkFact.nix.nixos!});
}
`;

/** `usual` are the services of an empty system, `options` the paths of values that are wanted. */
export function systemQuestion(usual: readonly string[], options: readonly string[]): string {
  return `
{ attempt, ... }: host:
let
${words}
  inherit (host) config options;
  at = foldl' (set: name: set.\${name} or null) config;
  listOf = value: if isList value then value else if isInt value then [ value ] else if value == null || value == "" then [ ] else filter isString (builtins.split " +" value);
  usual = builtins.fromJSON ''${JSON.stringify(usual)}'';
  isNew = name: ! elem name usual;
  new = filter isNew (attrNames config.systemd.services);
  fromRule = rule: let parts = filter (part: isString part && part != "") (builtins.split "[ '\\"]+" rule); in
    if length parts > 1 && match "[dDfvqQ][!+-]?" (head parts) != null then [ (elemAt parts 1) ] else [ ];
in {
  failing = map (it: it.message) (filter (it: ! it.assertion) config.assertions);
  inherit (config) warnings;
  open = { tcp = config.networking.firewall.allowedTCPPorts; udp = config.networking.firewall.allowedUDPPorts; };
  sockets = mapAttrs (_: it: map text (it.listenStreams ++ it.listenDatagrams ++ listOf (it.socketConfig.ListenStream or [ ]))) config.systemd.sockets;
  units = map (name: name + ".service") (attrNames config.systemd.services)
    ++ map (name: name + ".socket") (attrNames config.systemd.sockets)
    ++ map (name: name + ".timer") (attrNames config.systemd.timers);
  services = listToAttrs (map (name: { inherit name; value = let it = config.systemd.services.\${name}; in {
    text = text config.systemd.units."\${name}.service".text;
    state = map text (listOf (it.serviceConfig.StateDirectory or null));
    isDynamic = it.serviceConfig.DynamicUser or false == true || it.serviceConfig.DynamicUser or null == "yes";
  }; }) new);
  folders = concatMap fromRule config.systemd.tmpfiles.rules
    ++ concatMap (name: attrNames config.systemd.tmpfiles.settings.\${name}) (attrNames config.systemd.tmpfiles.settings)
    ++ map (it: it.home) (builtins.attrValues config.users.users);
  values = listToAttrs (map (name: { inherit name; value = let it = at (filter isString (builtins.split "\\\\." name)); in
    if isList it then map text it else if it == null then null else text it; }) (builtins.fromJSON ''${JSON.stringify(options)}''));
  exporters = listToAttrs (concatMap (name: let it = config.services.prometheus.exporters.\${name}; in
    if or' false (it.enable or false) then [ { inherit name; value = it.port; } ] else [ ])
    (filter (name: ! elem name [ "assertions" "warnings" "minio" "tor" "unifi-poller" ]) (attrNames config.services.prometheus.exporters)));
  running = (${runningServices.nix.nixos!});
  network = (${networkFact.nix.nixos!});
}
`;
}
