/** All services, by their names. Written by `node scripts/run.js scripts/services.ts` from `data/services`. */

import adguardhome from "../../../../data/services/adguardhome.json" with { type: "json" };
import alertmanager from "../../../../data/services/alertmanager.json" with { type: "json" };
import audiobookshelf from "../../../../data/services/audiobookshelf.json" with { type: "json" };
import bazarr from "../../../../data/services/bazarr.json" with { type: "json" };
import bind from "../../../../data/services/bind.json" with { type: "json" };
import blocky from "../../../../data/services/blocky.json" with { type: "json" };
import borgbackup from "../../../../data/services/borgbackup.json" with { type: "json" };
import caddy from "../../../../data/services/caddy.json" with { type: "json" };
import calibreWeb from "../../../../data/services/calibre-web.json" with { type: "json" };
import cockpit from "../../../../data/services/cockpit.json" with { type: "json" };
import codeServer from "../../../../data/services/code-server.json" with { type: "json" };
import container from "../../../../data/services/container.json" with { type: "json" };
import coredns from "../../../../data/services/coredns.json" with { type: "json" };
import couchdb from "../../../../data/services/couchdb.json" with { type: "json" };
import delugeWeb from "../../../../data/services/deluge-web.json" with { type: "json" };
import dnscryptProxy2 from "../../../../data/services/dnscrypt-proxy2.json" with { type: "json" };
import dnsdist from "../../../../data/services/dnsdist.json" with { type: "json" };
import dnsmasq from "../../../../data/services/dnsmasq.json" with { type: "json" };
import docker from "../../../../data/services/docker.json" with { type: "json" };
import endlessh from "../../../../data/services/endlessh.json" with { type: "json" };
import esphome from "../../../../data/services/esphome.json" with { type: "json" };
import forgejo from "../../../../data/services/forgejo.json" with { type: "json" };
import gatus from "../../../../data/services/gatus.json" with { type: "json" };
import gitea from "../../../../data/services/gitea.json" with { type: "json" };
import glances from "../../../../data/services/glances.json" with { type: "json" };
import grafana from "../../../../data/services/grafana.json" with { type: "json" };
import haproxy from "../../../../data/services/haproxy.json" with { type: "json" };
import harmonia from "../../../../data/services/harmonia.json" with { type: "json" };
import headscale from "../../../../data/services/headscale.json" with { type: "json" };
import homeAssistant from "../../../../data/services/home-assistant.json" with { type: "json" };
import homepageDashboard from "../../../../data/services/homepage-dashboard.json" with { type: "json" };
import httpd from "../../../../data/services/httpd.json" with { type: "json" };
import hydra from "../../../../data/services/hydra.json" with { type: "json" };
import immich from "../../../../data/services/immich.json" with { type: "json" };
import influxdb2 from "../../../../data/services/influxdb2.json" with { type: "json" };
import jellyfin from "../../../../data/services/jellyfin.json" with { type: "json" };
import jellyseerr from "../../../../data/services/jellyseerr.json" with { type: "json" };
import jenkins from "../../../../data/services/jenkins.json" with { type: "json" };
import kavita from "../../../../data/services/kavita.json" with { type: "json" };
import komga from "../../../../data/services/komga.json" with { type: "json" };
import kresd from "../../../../data/services/kresd.json" with { type: "json" };
import libvirtd from "../../../../data/services/libvirtd.json" with { type: "json" };
import lidarr from "../../../../data/services/lidarr.json" with { type: "json" };
import lighttpd from "../../../../data/services/lighttpd.json" with { type: "json" };
import loki from "../../../../data/services/loki.json" with { type: "json" };
import matrixSynapse from "../../../../data/services/matrix-synapse.json" with { type: "json" };
import mcp from "../../../../data/services/mcp.json" with { type: "json" };
import memcached from "../../../../data/services/memcached.json" with { type: "json" };
import miniflux from "../../../../data/services/miniflux.json" with { type: "json" };
import minio from "../../../../data/services/minio.json" with { type: "json" };
import mongodb from "../../../../data/services/mongodb.json" with { type: "json" };
import mosquitto from "../../../../data/services/mosquitto.json" with { type: "json" };
import mysql from "../../../../data/services/mysql.json" with { type: "json" };
import navidrome from "../../../../data/services/navidrome.json" with { type: "json" };
import netdata from "../../../../data/services/netdata.json" with { type: "json" };
import nfs from "../../../../data/services/nfs.json" with { type: "json" };
import nginx from "../../../../data/services/nginx.json" with { type: "json" };
import nixServe from "../../../../data/services/nix-serve.json" with { type: "json" };
import nodeExporter from "../../../../data/services/node-exporter.json" with { type: "json" };
import nodeRed from "../../../../data/services/node-red.json" with { type: "json" };
import ntfySh from "../../../../data/services/ntfy-sh.json" with { type: "json" };
import ollama from "../../../../data/services/ollama.json" with { type: "json" };
import omada from "../../../../data/services/omada.json" with { type: "json" };
import openWebui from "../../../../data/services/open-webui.json" with { type: "json" };
import openssh from "../../../../data/services/openssh.json" with { type: "json" };
import paperless from "../../../../data/services/paperless.json" with { type: "json" };
import pdnsRecursor from "../../../../data/services/pdns-recursor.json" with { type: "json" };
import plex from "../../../../data/services/plex.json" with { type: "json" };
import podman from "../../../../data/services/podman.json" with { type: "json" };
import postgresql from "../../../../data/services/postgresql.json" with { type: "json" };
import printing from "../../../../data/services/printing.json" with { type: "json" };
import prometheus from "../../../../data/services/prometheus.json" with { type: "json" };
import prometheusExporter from "../../../../data/services/prometheus-exporter.json" with { type: "json" };
import prowlarr from "../../../../data/services/prowlarr.json" with { type: "json" };
import pushgateway from "../../../../data/services/pushgateway.json" with { type: "json" };
import radarr from "../../../../data/services/radarr.json" with { type: "json" };
import readarr from "../../../../data/services/readarr.json" with { type: "json" };
import redis from "../../../../data/services/redis.json" with { type: "json" };
import resolved from "../../../../data/services/resolved.json" with { type: "json" };
import restic from "../../../../data/services/restic.json" with { type: "json" };
import resticServer from "../../../../data/services/restic-server.json" with { type: "json" };
import samba from "../../../../data/services/samba.json" with { type: "json" };
import scrutiny from "../../../../data/services/scrutiny.json" with { type: "json" };
import sonarr from "../../../../data/services/sonarr.json" with { type: "json" };
import syncthing from "../../../../data/services/syncthing.json" with { type: "json" };
import traefik from "../../../../data/services/traefik.json" with { type: "json" };
import transmission from "../../../../data/services/transmission.json" with { type: "json" };
import unbound from "../../../../data/services/unbound.json" with { type: "json" };
import unifi from "../../../../data/services/unifi.json" with { type: "json" };
import uptimeKuma from "../../../../data/services/uptime-kuma.json" with { type: "json" };
import vaultwarden from "../../../../data/services/vaultwarden.json" with { type: "json" };
import zigbee2mqtt from "../../../../data/services/zigbee2mqtt.json" with { type: "json" };
import type { Service } from "./service.ts";

/** Nothing is in it but services: whoever asks for a "constructor" gets none. */
// oxfmt-ignore
export const catalogue: Readonly<Record<string, Service>> = Object.assign(Object.create(null), {
  adguardhome,
  alertmanager,
  audiobookshelf,
  bazarr,
  bind,
  blocky,
  borgbackup,
  caddy,
  "calibre-web": calibreWeb,
  cockpit,
  "code-server": codeServer,
  container,
  coredns,
  couchdb,
  "deluge-web": delugeWeb,
  "dnscrypt-proxy2": dnscryptProxy2,
  dnsdist,
  dnsmasq,
  docker,
  endlessh,
  esphome,
  forgejo,
  gatus,
  gitea,
  glances,
  grafana,
  haproxy,
  harmonia,
  headscale,
  "home-assistant": homeAssistant,
  "homepage-dashboard": homepageDashboard,
  httpd,
  hydra,
  immich,
  influxdb2,
  jellyfin,
  jellyseerr,
  jenkins,
  kavita,
  komga,
  kresd,
  libvirtd,
  lidarr,
  lighttpd,
  loki,
  "matrix-synapse": matrixSynapse,
  mcp,
  memcached,
  miniflux,
  minio,
  mongodb,
  mosquitto,
  mysql,
  navidrome,
  netdata,
  nfs,
  nginx,
  "nix-serve": nixServe,
  "node-exporter": nodeExporter,
  "node-red": nodeRed,
  "ntfy-sh": ntfySh,
  ollama,
  omada,
  "open-webui": openWebui,
  openssh,
  paperless,
  "pdns-recursor": pdnsRecursor,
  plex,
  podman,
  postgresql,
  printing,
  prometheus,
  "prometheus-exporter": prometheusExporter,
  prowlarr,
  pushgateway,
  radarr,
  readarr,
  redis,
  resolved,
  restic,
  "restic-server": resticServer,
  samba,
  scrutiny,
  sonarr,
  syncthing,
  traefik,
  transmission,
  unbound,
  unifi,
  "uptime-kuma": uptimeKuma,
  vaultwarden,
  zigbee2mqtt,
}) as Readonly<Record<string, Service>>;
