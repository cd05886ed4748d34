_: import ../../declare/unknown.nix "images of disks"
