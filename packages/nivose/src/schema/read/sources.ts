/** How the options of NixOS, Home Manager and nix-darwin are had, without any configuration. Nix, of paths that are given as arguments. */

/** What a source is asked for by `optionsQuestion`. */
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
