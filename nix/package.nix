# The command: bundled from the workspace, with Node as all that it needs to run.
{
  lib,
  buildNpmPackage,
  callPackage,
  importNpmLock,
  installShellFiles,
}:
let
  root = ../.;
  manifest = lib.importJSON ../packages/nivose/package.json;
in
buildNpmPackage {
  pname = "nivose";
  inherit (manifest) version;

  src = lib.fileset.toSource {
    inherit root;
    fileset = lib.fileset.unions [
      ../LICENSE
      ../package.json
      ../package-lock.json
      ../packages
      ../scripts
    ];
  };

  npmDeps = callPackage ./npm-dependencies.nix { } root;
  inherit (importNpmLock) npmConfigHook;

  nativeBuildInputs = [ installShellFiles ];

  # Everything is in the bundle, so nothing of `node_modules` is installed.
  installPhase = ''
    runHook preInstall
    mkdir -p $out/bin $out/lib/nivose
    cp -r LICENSE packages/nivose/{package.json,bin,dist} $out/lib/nivose/
    ln -s ../lib/nivose/bin/nivose.js $out/bin/nivose
    installManPage packages/nivose/man/*.1
    for shell in bash fish zsh; do
      node $out/lib/nivose/bin/nivose.js completion $shell > completion.$shell
      installShellCompletion --cmd nivose --$shell completion.$shell
    done
    runHook postInstall
  '';

  doInstallCheck = true;
  installCheckPhase = ''
    runHook preInstallCheck
    $out/bin/nivose --version | grep -F ${manifest.version}
    runHook postInstallCheck
  '';

  meta = {
    inherit (manifest) description;
    license = lib.licenses.mit;
    mainProgram = "nivose";
    platforms = lib.platforms.unix;
  };
}
