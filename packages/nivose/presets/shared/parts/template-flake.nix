{
  description = @description@;

  inputs.nixpkgs.url = @nixpkgs@;

  outputs =
    { nixpkgs, ... }:
    let
      inherit (nixpkgs) lib;
      forAllSystems =
        f:
        lib.genAttrs [
          "x86_64-linux"
          "aarch64-linux"
          "aarch64-darwin"
        ] (system: f nixpkgs.legacyPackages.${system});
    in
    {
      devShells = forAllSystems (pkgs: {
        default = pkgs.mkShell {
          packages = [ @tools@ ];
@if python@

          # Nix brings the interpreter; uv must not fetch another one, which would not run on NixOS.
          env = {
            UV_PYTHON = pkgs.python3.interpreter;
            UV_PYTHON_DOWNLOADS = "never";
          };
@end@
@if rust@

          # rust-analyzer reads the sources of the standard library.
          env.RUST_SRC_PATH = "${pkgs.rustPlatform.rustLibSrc}";
@end@
        };
      });

      formatter = forAllSystems (pkgs: pkgs.@nixfmt@);
    };
}
