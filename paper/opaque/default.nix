# Whoever imports the input as a file, too, gets what is not known.
import ./declare/unknown.nix "the file default.nix of the input ${(import ./about.nix).input}"
