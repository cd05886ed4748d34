/** Which services the fleet itself turns on, known or not. */

import { catalogue } from "../../services/catalogue.ts";
import type { EvaluatedHost } from "../hosts/evaluated-fleet.ts";
import type { NetworkFact } from "../hosts/facts/network.ts";

/** `tailscale` of `services.tailscale.enable`, and of options within it. */
export function enabledServices({ record }: EvaluatedHost): readonly string[] {
  const found = (record?.options ?? []).flatMap(({ path, answer }) => {
    const [group, name] = path;
    const isSwitch = path.at(-1) === "enable" && answer.kind === "option" && answer.value === "true";
    return isSwitch && name !== undefined && (group === "services" || group === "virtualisation") ? [name] : [];
  });
  return [...new Set(found)];
}

/** Whether nothing on the machine listens but services of the catalogue. */
export function isAllKnown(host: EvaluatedHost, network: NetworkFact): boolean {
  const { containers, machines } = network;
  if (containers.length + machines.length > 0 || mayHaveMore(network)) return false;
  const own = (host.record?.options ?? []).some(
    ({ path: [group, kind] }) => group === "systemd" && (kind === "services" || kind === "sockets" || kind === "user"),
  );
  return !own && enabledServices(host).every((name) => inCatalogue.has(name) || quiet.has(name));
}

/** Whether there are modules of which nothing is known that may listen, or open ports. */
export function mayHaveMore({ unread }: Pick<NetworkFact, "unread">): boolean {
  return !unread.every((input) => looks.test(input));
}

/** Inputs whose modules are about what a desktop looks like, editors, indexes, boot and hardware. */
const looks =
  /stylix|nixvim|nvf|catppuccin|rose-pine|base16|nix-colors|plasma|hypr|niri|waybar|spicetify|cursor|font|index|lanzaboote|hardware|apple-silicon|nixos-wsl|chaotic|nur$|lix|preservation|persist|flatpak|nix-ld|vscode|neovim|emacs|doom/iu;

const inCatalogue: ReadonlySet<string> = new Set(
  Object.values(catalogue)
    // what runs containers and machines may run any
    .filter(({ options }) => options.startsWith("services."))
    .map(({ options }) => options.split(".")[1]!),
);

/** Services that listen nowhere, or on ports of their own that nobody has to open. */
const quiet: ReadonlySet<string> = new Set([
  "avahi",
  "blueman",
  "btrfs",
  "chrony",
  "cron",
  "dbus",
  "devmon",
  "earlyoom",
  "fail2ban",
  "flatpak",
  "fprintd",
  "fstrim",
  "fwupd",
  "getty",
  "gnome",
  "greetd",
  "gvfs",
  "irqbalance",
  "journald",
  "libinput",
  "logind",
  "logrotate",
  "openssh",
  "pcscd",
  "pipewire",
  "power-profiles-daemon",
  "qemuGuest",
  "resolved",
  "restic",
  "smartd",
  "spice-vdagentd",
  "sshd",
  "thermald",
  "timesyncd",
  "tlp",
  "udev",
  "udisks2",
  "upower",
  "xserver",
  "zfs",
]);
