import type { Verb } from "../verb.ts";

const presets = ["homelab", "parts", "profiles", "multi-flake", "package"];

export const init: Verb = {
  brief: "Write a new fleet, or a package, as a repository of plain Nix",
  description: [
    "Writes a whole repository from a preset: flakes with their lock files, hosts, modules, secrets, tests, CI and " +
      "documents. Nothing in it depends on nivose, and nothing that exists is overwritten.",
    "The presets are homelab (NixOS servers, Macs, the services of a house), parts (flake-parts, terranix, deploy-rs), " +
      "profiles (modules and profiles by platform), multi-flake (small flakes in one repository) and package (one package). " +
      "A role, service or the like that a preset does not have is answered with those that it has.",
    "Without further flags it is the fleet that the preset is known for, or on a terminal what you answer. Flags, or a " +
      "spec in JSON, describe your own one: 'nivose init PRESET --print-spec' prints one to start from. DIR is this " +
      "folder if it is left out.",
    "The repository is a Git repository, in which the new files are known but not committed. 'nivose undo' in it takes all " +
      "files back.",
  ],
  examples: [
    { command: "nivose init homelab lab", does: "Writes the home lab into the folder lab" },
    {
      command: "nivose init homelab lab --host luna:nixos:x86_64-linux --user alex",
      does: "The same with a host of your own",
    },
    { command: "nivose init parts infra --print-spec > fleet.json", does: "Prints the spec, to be changed" },
    {
      command: "nivose init homelab lab --empty && cd lab && nivose add host luna",
      does: "Begins with nothing, and adds the first machine",
    },
    {
      command: "nivose init parts infra --spec fleet.json",
      does: "Writes what a spec describes; '-' is standard input",
    },
    { command: "nivose init profiles --dry-run", does: "Lists what would be written here" },
  ],
  flags: {
    spec: { kind: "text", brief: "The fleet as JSON; '-' is standard input", placeholder: "FILE", completes: "files" },
    name: {
      kind: "text",
      brief: "The name of the repository; that of the fleet, or else of the folder, if left out",
      placeholder: "NAME",
      completes: "nothing",
    },
    namespace: {
      kind: "text",
      brief: "The set below which the fleet's own options lie",
      placeholder: "NAME",
      completes: "nothing",
    },
    release: {
      kind: "text",
      brief: "The release of NixOS; the newest that is known if left out",
      placeholder: "RELEASE",
      completes: completeReleases,
    },
    description: {
      kind: "text",
      brief: "What the fleet is for, in a sentence",
      placeholder: "TEXT",
      completes: "nothing",
    },
    empty: { kind: "switch", brief: "Without hosts and people: 'nivose add host' and 'nivose add user' bring them" },
    host: {
      kind: "texts",
      brief: "A host: its name, what runs on it (nixos, darwin, home), its platform",
      placeholder: "NAME[:KIND[:SYSTEM]]",
      completes: "nothing",
    },
    user: {
      kind: "texts",
      brief: "A person with an account on every host; admin if hosts are named and nobody is",
      placeholder: "NAME",
      completes: "nothing",
    },
    service: { kind: "texts", brief: "A service of a host", placeholder: "HOST:SERVICE", completes: "nothing" },
    role: { kind: "texts", brief: "A role of a host", placeholder: "HOST:ROLE", completes: "nothing" },
    profile: { kind: "texts", brief: "A profile of a host", placeholder: "HOST:PROFILE", completes: "nothing" },
    shell: { kind: "texts", brief: "A development shell", placeholder: "NAME", completes: "nothing" },
    secrets: { kind: "choice", brief: "How secrets are kept", placeholder: "KIND", values: ["sops", "none"] },
    deployment: { kind: "text", brief: "How machines are updated", placeholder: "KIND", completes: "nothing" },
    ci: { kind: "texts", brief: "A forge that checks it: github, forgejo", placeholder: "FORGE", completes: "nothing" },
    printSpec: { kind: "switch", brief: "Write nothing; print the spec as JSON" },
    dryRun: { kind: "switch", brief: "Write nothing; list what would be written" },
    yes: { kind: "switch", brief: "Ask nothing" },
    json: { kind: "switch", brief: "Print JSON" },
  },
  arguments: {
    placeholder: "PRESET [DIR]",
    brief: "The preset, and the folder that the repository goes into",
    least: 1,
    most: 2,
    completes: () => presets.map((word) => ({ word })),
  },
  load: () => import("../run/init.ts"),
};

async function completeReleases(): Promise<{ word: string }[]> {
  const { releases } = await import("../../scaffold/release.ts");
  return releases.map((word) => ({ word }));
}
