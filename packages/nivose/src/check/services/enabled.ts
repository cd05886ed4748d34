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
export function isAllKnown(host: EvaluatedHost, { containers, machines, unread }: NetworkFact): boolean {
  if (containers.length + machines.length + unread.length > 0) return false;
  const own = (host.record?.options ?? []).some(
    ({ path: [group, kind] }) => group === "systemd" && (kind === "services" || kind === "sockets" || kind === "user"),
  );
  return !own && enabledServices(host).every((name) => inCatalogue.has(name) || quiet.has(name));
}

const inCatalogue: ReadonlySet<string> = new Set(Object.values(catalogue).map(({ options }) => options.split(".")[1]!));

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
