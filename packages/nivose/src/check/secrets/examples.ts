/** Keys and encrypted files for the examples of rules: nobody has the keys, and nothing is secret in the files. */

export const recipients = {
  ada: "age1ypyat8ks873r5wzxhgn07aeygscdjnthnx26229y9alfsgxdaq5qxtrlgf",
  luna: "age1mdw7n8p2sr6nmftwcl3666j0a2nz4zvakxnpske3y5x8d8q0yd9q7c2klp",
  sol: "age1pwfecfa0n893lpylla6vcjfglrgwz7axmp3gp43pde9p9gq90pvsu0c632",
} as const;

/** What a document looks like that SOPS has encrypted for these people and machines, with the names `wifi` and `restic/password`. */
export function encrypted(...names: readonly (keyof typeof recipients)[]): string {
  const value = "ENC[AES256_GCM,data:bm90aGluZw==,iv:AAAA,tag:AAAA,type:str]";
  const keys = names.map((name) => `        - recipient: ${recipients[name]}\n          enc: |\n            none\n`);
  return `wifi: ${value}
restic:
    password: ${value}
sops:
    age:
${keys.join("")}    lastmodified: "2025-01-01T00:00:00Z"
    mac: ${value}
    version: 3.9.4
`;
}

const flake = `{
  inputs = {
    nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.11";
    sops-nix.url = "github:Mic92/sops-nix";
    sops-nix.inputs.nixpkgs.follows = "nixpkgs";
  };

  outputs =
    { nixpkgs, sops-nix, ... }:
    {
      nixosConfigurations.luna = nixpkgs.lib.nixosSystem {
        modules = [
          sops-nix.nixosModules.sops
          ./luna.nix
        ];
      };
    };
}
`;

const locked = (owner: string, repo: string, rest: object): object => ({
  locked: {
    lastModified: 1_735_500_000,
    narHash: "sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
    owner,
    repo,
    rev: "0000000000000000000000000000000000000000",
    type: "github",
  },
  original: { owner, repo, type: "github", ...rest },
});

const lock = JSON.stringify({
  nodes: {
    nixpkgs: locked("NixOS", "nixpkgs", { ref: "nixos-24.11" }),
    root: { inputs: { nixpkgs: "nixpkgs", "sops-nix": "sops-nix" } },
    "sops-nix": { inputs: { nixpkgs: ["nixpkgs"] }, ...locked("Mic92", "sops-nix", {}) },
  },
  root: "root",
  version: 7,
});

/** A host, `luna`, that uses an encrypted file: for these its rule says, and for them it is encrypted. */
export function fleetWithSops(
  module: string,
  names: readonly (keyof typeof recipients)[] = ["ada", "luna"],
): Readonly<Record<string, string>> {
  return {
    "flake.nix": flake,
    "flake.lock": lock,
    "luna.nix": `{
  nixpkgs.hostPlatform = "x86_64-linux";
  boot.loader.systemd-boot.enable = true;
  fileSystems."/" = {
    device = "/dev/disk/by-label/nixos";
    fsType = "ext4";
  };
  services.openssh.enable = true;
  system.stateVersion = "24.11";

  sops.defaultSopsFile = ./secrets.yaml;
${module}}
`,
    ".sops.yaml": `keys:
  - &ada ${recipients.ada}
  - &host_luna ${recipients.luna}
creation_rules:
  - path_regex: ^secrets\\.yaml$
    key_groups:
      - age: [${names.map((name) => (name === "ada" ? "*ada" : `*host_${name}`)).join(", ")}]
`,
    "secrets.yaml": encrypted(...names),
  };
}
