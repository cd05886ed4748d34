{ lib, pkgs ? import <nixpkgs> { }, ... }@args:
lib.id args
