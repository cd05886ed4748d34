/** What a machine needs to start and to be on its network. */

import { fact } from "../fact.ts";

export interface FoundationsFact {
  readonly loaders: readonly string[];
  readonly root: { readonly device: string | null; readonly type: string | null } | null;
  readonly boot: string | null;
  readonly encrypted: readonly string[];
  /** `networkd`, `NetworkManager`, or `scripts` of NixOS. */
  readonly manager: string | null;
  readonly usesDhcp: boolean | null;
  readonly gateway: string | null;
}

const nix = `
let
  isOn = value: or' false (value == true);
  deviceOf = path: let it = or' null config.fileSystems.\${path}; in
    if it == null then null
    else let device = textOrNull (it.device or null); label = textOrNull (it.label or null); in
      if device != null then device else if label != null then "/dev/disk/by-label/\${label}" else null;
in {
  loaders = filter (it: it != null) [
    (if isOn config.boot.loader.systemd-boot.enable then "systemd-boot" else null)
    (if isOn config.boot.loader.grub.enable then "grub" else null)
    (if isOn config.boot.loader.generic-extlinux-compatible.enable then "extlinux" else null)
    (if isOn (config.boot.lanzaboote.enable or false) then "lanzaboote" else null)
    (if isOn (config.boot.loader.limine.enable or false) then "limine" else null)
    (if isOn (config.boot.loader.refind.enable or false) then "refind" else null)
    (if isOn (config.boot.loader.raspberryPi.enable or false) then "raspberryPi" else null)
  ];
  root = or' null (whole { device = deviceOf "/"; type = textOrNull config.fileSystems."/".fsType; });
  boot = or' null (if config.fileSystems ? "/boot" then deviceOf "/boot" else deviceOf "/boot/efi");
  encrypted = or' [ ] (whole (map (name: "\${name} \${text (or' "" config.boot.initrd.luks.devices.\${name}.device)}") (attrNames config.boot.initrd.luks.devices)));
  manager =
    if isOn config.networking.networkmanager.enable then "NetworkManager"
    else or' null (if config.systemd.network.enable || config.networking.useNetworkd then "networkd" else "scripts");
  usesDhcp = or' null config.networking.useDHCP;
  gateway = textOrNull (or' null config.networking.defaultGateway.address);
}
`;

export const foundationsFact = fact<FoundationsFact>("foundations", { nixos: nix });
