/** The readers that the catalogue of services names. */

import { caddy } from "./caddy.ts";
import { haproxy } from "./haproxy.ts";
import { httpd } from "./httpd.ts";
import { bind, coredns, dnsdist, dnsmasq, resolved, unbound } from "./name-servers.ts";
import { nginx } from "./nginx.ts";
import { glances, mosquitto, openssh, synapse } from "./others.ts";
import type { Reader } from "./reading.ts";
import { traefik } from "./traefik.ts";

export const readers: Readonly<Record<string, Reader>> = {
  bind,
  caddy,
  coredns,
  dnsdist,
  dnsmasq,
  glances,
  haproxy,
  httpd,
  mosquitto,
  nginx,
  openssh,
  resolved,
  synapse,
  traefik,
  unbound,
};

export type { Reading, ReadListen } from "./reading.ts";
