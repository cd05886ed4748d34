/** Options that the lists do not have, because something else declares them. */

export const optionsOfOthers: readonly { readonly prefix: readonly string[]; readonly why: string }[] = [
  { prefix: ["sops"], why: "sops-nix declares it" },
  { prefix: ["home-manager"], why: "Home Manager's module for a system declares it" },
  { prefix: ["disko"], why: "disko declares it" },
  { prefix: ["services", "toshy"], why: "the repository itself declares it" },
  {
    prefix: ["services", "logind", "settings"],
    why: "NixOS has it since 25.11, and of NixOS the list of 24.11 is the newest; for older releases the old names are written",
  },
];
