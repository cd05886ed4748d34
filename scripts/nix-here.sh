#!/usr/bin/env bash
# nix-here.sh PROGRAM ARGUMENTS…: runs a program of the Nix that is installed on this machine, with the settings that
# tests expect of every Nix: the features behind which flakes are, no builders of its own, and no network.
export NIX_CONFIG="experimental-features = nix-command flakes
sandbox = false
build-users-group =
substituters =
flake-registry =
${NIX_CONFIG-}"
exec "$@"
