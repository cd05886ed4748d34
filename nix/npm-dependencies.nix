# The packages that `package-lock.json` names, as a lock file that leads into the Nix store.
#
# The lock file has hashes but no addresses, so each package is fetched by name and version with npm itself, from the
# registry that npm is set to, and must have the hash of the lock file. Nothing is built to learn what to build.
{
  lib,
  stdenvNoCC,
  cacert,
  importNpmLock,
  nodejs,
}:
npmRoot:
let
  inherit (stdenvNoCC) hostPlatform;
  lock = lib.importJSON (npmRoot + "/package-lock.json");

  # What npm calls this platform.
  os = hostPlatform.parsed.kernel.name;
  cpu = if hostPlatform.isx86_64 then "x64" else "arm64";
  libc = if hostPlatform.isMusl then "musl" else "glibc";

  # Packages of other platforms are optional: npm skips them, and nobody need fetch them.
  suits =
    module:
    lib.elem os (module.os or [ os ])
    && lib.elem cpu (module.cpu or [ cpu ])
    && lib.elem libc (module.libc or [ libc ]);

  fetch =
    folder: module:
    let
      name = module.name or (lib.last (lib.splitString "node_modules/" folder));
    in
    stdenvNoCC.mkDerivation {
      name = "${lib.replaceStrings [ "@" "/" ] [ "" "-" ] name}-${module.version}.tgz";
      nativeBuildInputs = [ nodejs ];
      dontUnpack = true;
      buildPhase = ''
        export HOME=$TMPDIR NODE_EXTRA_CA_CERTS=${cacert}/etc/ssl/certs/ca-bundle.crt
        npm pack --ignore-scripts ${lib.escapeShellArg "${name}@${module.version}"}
      '';
      installPhase = "mv *.tgz $out";
      dontFixup = true;
      impureEnvVars = lib.fetchers.proxyImpureEnvVars;
      outputHash = module.integrity;
      outputHashMode = "flat";
    };
in
importNpmLock {
  inherit npmRoot;
  packageSourceOverrides = lib.mapAttrs fetch (
    lib.filterAttrs (_: module: module ? integrity && suits module) lock.packages
  );
}
