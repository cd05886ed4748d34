# What fetchers have in common: the hashes that they are given, and the variables of proxies.
{ lib }:
let
  fakes = {
    hash = lib.fakeHash;
    sha256 = lib.fakeSha256;
    sha512 = lib.fakeSha512;
  };

  namesOf = types: [ "hash" ] ++ types;
  named = names: lib.genAttrs names (_: { });
  lower = [
    "http_proxy"
    "https_proxy"
    "ftp_proxy"
    "all_proxy"
    "no_proxy"
  ];
in
rec {
  proxyImpureEnvVars = lower ++ map lib.toUpper lower ++ [ "NIX_SSL_CERT_FILE" ];

  normalizeHash =
    {
      hashTypes ? [ "sha256" ],
      required ? true,
    }:
    let
      names = namesOf hashTypes;
    in
    args:
    let
      given = builtins.intersectAttrs (named names) args;
      givenNames = builtins.attrNames given;
      name = builtins.head givenNames;
      value = given.${name};
      fake = fakes.${name} or (throw "no “fake hash” defined for ${name}");
      others = builtins.removeAttrs args names;
    in
    if args ? outputHash then
      args
    else if givenNames == [ ] then
      lib.throwIf required "fetcher called without `hash`" others
    else if builtins.length givenNames > 1 then
      throw "fetcher called with mutually-incompatible arguments: ${lib.concatStringsSep ", " givenNames}"
    else
      others
      // {
        outputHashAlgo = if name == "hash" then null else name;
        outputHash = if value == "" then fake else value;
      };

  withNormalizedHash =
    {
      hashTypes ? [ "sha256" ],
    }:
    fetcher:
    let
      arguments = lib.functionArgs fetcher;
      normalize = normalizeHash {
        inherit hashTypes;
        required = !arguments.outputHash;
      };
      shown = builtins.removeAttrs arguments [
        "outputHash"
        "outputHashAlgo"
      ];
    in
    assert arguments ? outputHash && arguments ? outputHashAlgo;
    assert builtins.intersectAttrs arguments (named (namesOf hashTypes)) == { };
    lib.setFunctionArgs (args: fetcher (normalize args)) (shown // { hash = arguments.outputHash; });
}
