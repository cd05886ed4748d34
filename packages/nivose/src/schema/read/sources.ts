/**
 * How the options of NixOS, Home Manager and nix-darwin are had, with next to no configuration: functions in Nix that give what
 * `optionsQuestion` asks of.
 */
export const sources = {
  nixos: `{ nixpkgs, ... }: {
  lib = import (nixpkgs + "/lib");
  inherit (import (nixpkgs + "/nixos/lib/eval-config.nix") { system = "x86_64-linux"; modules = [ ]; }) options;
}`,
  "home-manager": `{ nixpkgs, source }: rec {
  lib = import (nixpkgs + "/lib");
  inherit (import (source + "/modules") {
    pkgs = import nixpkgs { system = "x86_64-linux"; config = { }; overlays = [ ]; };
    configuration = {
      home.username = "user";
      home.homeDirectory = "/home/user";
      home.stateVersion = lib.trivial.release;
      home.enableNixpkgsReleaseCheck = false;
    };
  }) options;
}`,
  "nix-darwin": `{ nixpkgs, source }: rec {
  lib = import (nixpkgs + "/lib");
  inherit (import (source + "/eval-config.nix") {
    inherit lib;
    enableNixpkgsReleaseCheck = false;
    modules = [ {
      nixpkgs.source = nixpkgs;
      nixpkgs.hostPlatform = "aarch64-darwin";
      system.checks.verifyNixPath = false;
    } ];
  }) options;
}`,
} as const;

export type Source = keyof typeof sources;

/** Evaluates Nix, and gives what JSON has of it; with a function of the inspection and the value, what that makes of it. */
export type AskNix = (expression: string, apply?: string) => Promise<unknown>;
