# A package of nixpkgs on paper. Its name is known, and which outputs and attributes it has; what is in them is not.
{
  make,
  special,
  functions,
}:
let
  inherit (builtins) listToAttrs;
  unknown = import ../declare/unknown.nix;

  # What all packages have.
  always = [
    "args"
    "buildInputs"
    "builder"
    "configureFlags"
    "depsBuildBuild"
    "doCheck"
    "drvAttrs"
    "name"
    "nativeBuildInputs"
    "patches"
    "pname"
    "propagatedBuildInputs"
    "propagatedNativeBuildInputs"
    "src"
    "stdenv"
    "strictDeps"
    "version"
  ];

  aspects = [
    "available"
    "badPlatforms"
    "broken"
    "changelog"
    "description"
    "downloadPage"
    "homepage"
    "hydraPlatforms"
    "insecure"
    "isFcitxEngine"
    "knownVulnerabilities"
    "license"
    "longDescription"
    "maintainers"
    "name"
    "pkgConfigModules"
    "platforms"
    "position"
    "priority"
    "schedulingPriority"
    "sourceProvenance"
    "unfree"
    "unsupported"
  ];

  # Of what else a package has, these are functions that make a package.
  isFunction =
    name:
    builtins.elem name [
      "withAdapters"
      "withComponents"
      "withDockerImages"
      "withExtensions"
      "withExtraComponents"
      "withLibraries"
      "withMods"
      "withPackages"
      "withPlugins"
      "withProvers"
      "withTools"
      "wrapper"
    ]
    ||
      builtins.match "(build|mk|wrap)[A-Z].*(Application|Env|Extension|Image|Package|Plugin|Project|Derivation|Flutter).*" name
      != null;

  partsOf =
    label: names:
    listToAttrs (
      map (name: {
        inherit name;
        value =
          if isFunction name then functions "${label}.${name}" name else unknown "${name} of ${label}";
      }) names
    );

  unknownOf =
    label: names:
    listToAttrs (
      map (name: {
        inherit name;
        value = unknown "${name} of ${label}";
      }) names
    );
in
{
  # The attribute path without `pkgs`, such as [ "python3Packages" "numpy" ].
  path,
  outputs,
  attributes,
}:
let
  label = builtins.concatStringsSep "." path;
  particular = special.${label} or { };
  known = removeAttrs particular [ "reshaped" ];
  last = builtins.elemAt path (builtins.length path - 1);
  name = builtins.replaceStrings [ "'" "@" "/" " " ] [ "-" "-" "-" "-" ] last;
in
make {
  inherit label name outputs;
  kind = label;
  given = _: { };
  reshaped = particular.reshaped or (_: _: { });
  usual =
    unknownOf label always
    // partsOf label attributes
    // known
    // {
      passthru = partsOf label attributes // known;
    };
  program = last;
  meta = unknownOf "meta of ${label}" aspects // {
    mainProgram = last;
  };
}
