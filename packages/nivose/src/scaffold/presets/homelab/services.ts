/** What hosts can offer: each is a module in `hosts/_modules/nixos/services/`. */

export const services = [
  "adguardhome",
  "bind",
  "blocky",
  "caddy",
  "dnsdist",
  "glances",
  "haproxy",
  "nginx",
  "node-exporter",
  "omada",
  "podman",
  "prometheus",
  "restic",
  "unifi",
] as const;
