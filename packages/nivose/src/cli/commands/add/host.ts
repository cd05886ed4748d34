import type { Verb } from "../../verb.ts";
import { partNames } from "./part-names.ts";
import { growFlags } from "./shared.ts";

export const addHost: Verb = {
  brief: "Add a machine, or a home without one",
  description: [
    "Writes the files of the host and has it take part: in the inventory, in the documents, in the rules of secrets. What is not said " +
      "is as it usually is in the repository.",
    "What a machine is made of is told by --hardware and --disk, or by what was found out on it: --hardware-config takes what " +
      "'nixos-generate-config --show-hardware-config' prints, --facter the report of nixos-facter.",
    "A name that exists, an unknown role, a platform that does not fit, hosts that wait for each other: each is told, and nothing " +
      "is written.",
  ],
  examples: [
    { command: "nivose add host nova", does: "Adds a NixOS machine" },
    {
      command: "nivose add host luna --hardware intel --disk btrfs --role server --service nginx --depends-on nixpi",
      does: "Adds a server that is updated after another host",
    },
    {
      command: "nivose add host mona --kind darwin --user alex --dry-run",
      does: "Shows what a Mac would change",
    },
    {
      command: "nivose add host nova --hardware-config hardware-configuration.nix",
      does: "Adds a machine as nixos-generate-config saw it",
    },
  ],
  flags: {
    kind: { kind: "choice", brief: "What runs on it", placeholder: "KIND", values: ["nixos", "darwin", "home"] },
    system: { kind: "text", brief: "Its platform", placeholder: "SYSTEM", completes: partNames("systems") },
    hardware: { kind: "text", brief: "Its hardware", placeholder: "NAME", completes: partNames("hardware") },
    disk: { kind: "text", brief: "How its disk is laid out", placeholder: "NAME", completes: partNames("disks") },
    role: { kind: "texts", brief: "What it does", placeholder: "NAME", completes: partNames("roles") },
    profile: { kind: "texts", brief: "What it is like", placeholder: "NAME", completes: partNames("profiles") },
    service: { kind: "texts", brief: "What it offers", placeholder: "NAME", completes: partNames("services") },
    user: {
      kind: "texts",
      brief: "Who has an account; everybody if nobody is named",
      placeholder: "NAME",
      completes: partNames("users"),
    },
    address: {
      kind: "text",
      brief: "Where it is reached by SSH; its name if left out",
      placeholder: "ADDRESS",
      completes: "nothing",
    },
    description: { kind: "text", brief: "What it is for", placeholder: "TEXT", completes: "nothing" },
    tag: { kind: "texts", brief: "A word to choose it by", placeholder: "WORD", completes: partNames("tags") },
    wave: { kind: "text", brief: "When it is deployed, from 0 up", placeholder: "NUMBER", completes: "nothing" },
    dependsOn: {
      kind: "texts",
      brief: "A host that is deployed before it",
      placeholder: "HOST",
      completes: partNames("hosts"),
    },
    stateVersion: {
      kind: "text",
      brief: "The release that it was installed with",
      placeholder: "RELEASE",
      completes: "nothing",
    },
    age: {
      kind: "text",
      brief: "The age recipient of its SSH key, which reads its secrets",
      placeholder: "RECIPIENT",
      completes: "nothing",
    },
    like: {
      kind: "text",
      brief: "The host that it is made like, in a repository of another layout",
      placeholder: "HOST",
      completes: partNames("hosts"),
    },
    hardwareConfig: {
      kind: "text",
      brief: "What nixos-generate-config found out about it",
      placeholder: "FILE",
      completes: "nix-files",
    },
    facter: {
      kind: "text",
      brief: "What nixos-facter found out about it, as JSON",
      placeholder: "FILE",
      completes: "files",
    },
    ...growFlags,
  },
  arguments: { placeholder: "NAME", brief: "The host name", least: 1, most: 1, completes: "nothing" },
  load: () => import("../../run/add/host.ts"),
};
