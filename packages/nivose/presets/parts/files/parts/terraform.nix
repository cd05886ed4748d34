# `nix run .#hetzner` makes what infrastructure/hetzner/_terraform describes. terranix writes it as JSON, OpenTofu reads that.
{
  config,
  fleet,
  inputs,
  ...
}:
{
  imports = [ inputs.terranix.flakeModule ];

  perSystem =
    { pkgs, ... }:
    let
      provider = pkgs.opentofu.plugins.@hcloud@;
    in
    {
      terranix.terranixConfigurations.hetzner = {
        # Below the folder that the command runs in. The state lies here.
        workdir = "infrastructure/hetzner/_terraform/state";

        modules = [
          ../infrastructure/hetzner/_terraform
          {
            _module.args = {
              inherit fleet provider;
              inherit (config.flake) nixosConfigurations;
            };
          }
        ];

        terraformWrapper = {
          package = pkgs.opentofu.withPlugins (_: [ provider ]);
          # @if secrets@
          extraRuntimeInputs = [
            pkgs.git
            pkgs.sops
          ];
          # @end@
          prefixText = builtins.readFile ../infrastructure/hetzner/_terraform/secrets.sh;
        };
      };
    };
}
