/** The stops of the tour, and the files that it visits. A step is a command of ours, or a file that is shown. */

export type Step =
  | { readonly kind: "command"; readonly words: readonly string[] }
  | { readonly kind: "file"; readonly name: string };

export interface Stop {
  readonly title: string;
  readonly text: string;
  readonly steps: readonly Step[];
}

export const introduction =
  "A short tour of what nivose does so far, on a small sample. Everything below is really run, in a folder of its own.";

export const samples: Readonly<Record<string, string>> = {
  "hosts/web.nix": `{ config, lib, ... }:
{
  services.nginx.enable = true
  services.nginx.virtualHosts."example.org" = {
    root = ./site;
    forceSSL = lib.mkDefault tru;
  };
}
`,
  "hosts/db.nix": `{ pkgs, ... }: {
  services.postgresql = { enable = true; package = pkgs.postgresql_16;
      ensureDatabases = ["wiki" "mail"]; }; # both are in the backup
}
`,
  "port.nix": "{ port = 80; }\n",
  "addresses.nix": `let
  hosts = {
    web.port = 443;
    db.port = 5432;
  };
  address = name: host: "\${name}.example.org:\${toString host.port}";
in
builtins.mapAttrs address hosts
`,
  "backup.nix": `let
  addresses = import ./addresses.nix;
in
derivation {
  name = "backup";
  system = "x86_64-linux";
  builder = "/bin/sh";
  target = addresses.bd;
}
`,
};

export const stops: readonly Stop[] = [
  {
    title: "What is wrong",
    text:
      "Nivose reads Nix by itself, no Nix is needed. It shows every mistake in a file with its place, and goes on after " +
      "the first one.",
    steps: [command("parse", "--check", "hosts/web.nix")],
  },
  {
    title: "One style",
    text: "Formatting follows RFC 166, and keeps every comment. Like every change that nivose makes, it can be taken back.",
    steps: [file("hosts/db.nix"), command("fmt", "hosts/db.nix"), file("hosts/db.nix"), command("undo")],
  },
  {
    title: "What it means",
    text:
      "Expressions are evaluated as Nix evaluates them, without Nix, down to the paths of derivations. A mistake is told " +
      "in Nix's words, at your own line.",
    steps: [
      file("addresses.nix"),
      command("eval", "--strict", "addresses.nix"),
      file("backup.nix"),
      command("eval", "backup.nix", "-A", "drvPath"),
    ],
  },
  {
    title: "A whole fleet, on paper",
    text:
      "A home lab of five machines, with all that is in it. Its inputs, such as nixpkgs, are not here and need not be: " +
      "nivose has the options of NixOS, Home Manager and nix-darwin on paper. So it can say what there is, and why.",
    steps: [
      command("init", "homelab", "lab", "--yes"),
      command("show", "--paper", "--flake", "lab"),
      command("why", "--paper", "--flake", "lab", "rydev", "services.openssh.settings.PasswordAuthentication"),
    ],
  },
  {
    title: "For programs",
    text: "What people can read, programs can read as JSON, such as the syntax tree of a file.",
    steps: [file("port.nix"), command("parse", "--json", "port.nix")],
  },
];

/** What to type next, and why. */
export const nextCommands: readonly (readonly [command: string, does: string])[] = [
  ["nivose init homelab lab", "write a fleet from a preset; nivose init --help names the others"],
  ["nivose show", "list the hosts of the fleet around this folder"],
  ["nivose parse --check .", "check the syntax of all Nix files below a folder"],
  ["nivose fmt --check .", "list those that are not formatted; without --check, format them"],
  ["nivose eval -A drvPath default.nix", "evaluate a file; nivose repl evaluates what you type"],
  ["nivose explain unexpected-token", "read what a message means"],
  ["nivose --help", "see all there is"],
];

function command(...words: string[]): Step {
  return { kind: "command", words };
}

function file(name: string): Step {
  return { kind: "file", name };
}
