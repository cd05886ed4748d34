/**
 * Accounts that a system has for itself or for the services that presets offer: no person can have one of these names. A
 * system with everything that a preset offers has these in the 24.11 release, and macOS has three of them.
 */

const systemUsers: ReadonlySet<string> = new Set(
  (
    "acme automatic-timezoned avahi caddy cups daemon dhcpcd dnsdist fwupd-refresh geoclue grafana greeter haproxy jellyfin " +
    "messagebus named nginx nix-builder nm-iodine nm-openvpn nobody node-exporter nscd polkituser postgres prometheus " +
    "qemu-libvirtd restic root rtkit sddm sshd systemd-coredump systemd-network systemd-oom systemd-resolve " +
    "systemd-timesync unifi"
  ).split(" "),
);

export function isSystemUser(name: string): boolean {
  return systemUsers.has(name) || /^_?nixbld\d+$/u.test(name);
}
