_: import ../../declare/unknown.nix "an image of a disk"
