{
  description = "A project in Python";

  inputs.nixpkgs.url = "@channel@";

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
          packages = [
            pkgs.python3
            pkgs.ruff
            pkgs.uv
          ];

          # Nix brings the interpreter; uv must not fetch another one, which would not run on NixOS.
          env = {
            UV_PYTHON = pkgs.python3.interpreter;
            UV_PYTHON_DOWNLOADS = "never";
          };
        };
      });

      formatter = forAllSystems (pkgs: pkgs.@nixfmt@);
    };
}
