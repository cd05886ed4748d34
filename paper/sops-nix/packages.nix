# The packages of sops-nix, for one system.
system:
let
  package = import ./package { inherit system; };
  packages = builtins.listToAttrs (
    map (name: {
      inherit name;
      value = package name;
    }) names
  );
  names = [
    "sops-install-secrets"
    "sops-init-gpg-key"
    "sops-import-keys-hook"
    "ssh-to-pgp"
    "sops-pgp-hook-test"
    "unit-tests"
    "lint"
  ];
in
packages // { default = packages.sops-init-gpg-key; }
