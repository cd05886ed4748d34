_: import ../../declare/unknown.nix "what runs QEMU"
