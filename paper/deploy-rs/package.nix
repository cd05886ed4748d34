# The program `deploy`. A package set in which an overlay has put deploy-rs in this place still has its own one before.
pkgs: {
  deploy-rs = pkgs.runCommand "deploy-rs" { meta.mainProgram = "deploy"; } ''
    mkdir -p $out/bin
    touch $out/bin/deploy $out/bin/activate
    chmod +x $out/bin/*
  '';
}
