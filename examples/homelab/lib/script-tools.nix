# The programs that scripts/ and the default shell use. Nix and Git are expected to be there.
pkgs: [
  pkgs.age
  pkgs.coreutils
  pkgs.jq
  pkgs.nixos-anywhere
  pkgs.openssh
  pkgs.sops
  pkgs.ssh-to-age
  pkgs.yq-go
]
