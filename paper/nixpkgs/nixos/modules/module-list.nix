# The modules of every system. The options of nearly all real ones are declared from data instead, see `declarations.nix`.
[
  ./config/nix.nix
  ./config/users-groups.nix
  ./misc/extra-arguments.nix
  ./misc/ids.nix
  ./misc/nixpkgs-flake.nix
  ./misc/nixpkgs.nix
  ./misc/version.nix
  ./system/activation/specialisation.nix
  ./system/activation/top-level.nix
  ./system/boot/loader/systemd-boot/systemd-boot.nix
  ./system/etc/etc.nix
  ./tasks/filesystems.nix
  ./virtualisation/build-vm.nix
]
