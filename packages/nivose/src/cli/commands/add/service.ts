import type { Verb } from "../../verb.ts";
import { catalogueName, evaluatedGrowFlags, onHost } from "./on-host.ts";

export const addService: Verb = {
  brief: "Turn on a service of the catalogue on a host",
  description: [
    "Writes a thin module over the options of NixOS, where and as the fleet writes its services: as an option of its own in its " +
      "namespace, as a file of the host, or in the host's file. What the fleet has for ports, pages, backups and figures learns of it.",
    "The host is evaluated first. A port that something else listens on is told before anything is written, with a free one, or with the " +
      "order in which they could stand one behind the other. What the service needs has to be there, or is added by --with-needs.",
    "Secrets are never written: with sops-nix or agenix the service gets the file that they put there, and a note says what is to be in it.",
  ],
  examples: [
    { command: "nivose add service grafana --on luna", does: "Turns on a service" },
    { command: "nivose add service grafana --on luna --port 3001", does: "Gives it another port" },
    { command: "nivose add service omada --on luna --with-needs", does: "Adds what it needs, too" },
    {
      command: "nivose add service restic --on luna --set repository=sftp:backup@nas:/srv/luna",
      does: "Answers what only you know",
    },
    { command: "nivose add service caddy --on luna --dry-run", does: "Shows what would be written" },
  ],
  flags: {
    on: onHost,
    port: {
      kind: "texts",
      brief: "Another port, NUMBER or NAME=NUMBER of a service with several",
      placeholder: "PORT",
      completes: "nothing",
    },
    set: {
      kind: "texts",
      brief: "An option of the service, or an answer to what it has to be told",
      placeholder: "OPTION=VALUE",
      completes: "nothing",
    },
    withNeeds: { kind: "switch", brief: "Add what it needs as well" },
    update: { kind: "switch", brief: "Write it as the catalogue does now, and keep what was changed by hand" },
    ...evaluatedGrowFlags,
  },
  takesNixSettings: true,
  ownFlags: ["--allow-dirty"],
  arguments: catalogueName,
  load: () => import("../../run/add/service.ts"),
};
