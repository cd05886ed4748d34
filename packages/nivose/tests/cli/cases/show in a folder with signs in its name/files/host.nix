system: file: {
  pkgs.stdenv.hostPlatform = { inherit system; };
  config = import file;
}
