# Files for a new machine. scripts/new-host.sh copies them; `nix flake init --template .#nixos` in hosts/<name> does, too.
{
  nixos = {
    path = ./nixos;
    description = "A NixOS machine: settings, hardware and disk";
  };
  darwin = {
    path = ./darwin;
    description = "A Mac";
  };
}
