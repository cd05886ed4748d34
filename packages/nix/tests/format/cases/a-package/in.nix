{ lib, stdenv, fetchFromGitHub, cmake, pkg-config, withTests ? false, zlib, openssl ? null }:

stdenv.mkDerivation (finalAttrs: {
  pname = "example"; version = "1.2.3";
  src = fetchFromGitHub { owner = "example"; repo = "example"; rev = "v${finalAttrs.version}"; hash = "sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="; };
  patches = [ ./fix.patch ] ++ lib.optional stdenv.isDarwin ./darwin.patch;
  nativeBuildInputs = [ cmake pkg-config ]; buildInputs = [ zlib ] ++ lib.optionals (openssl != null) [ openssl ];
  cmakeFlags = [ (lib.cmakeBool "TESTS" withTests) "-DCMAKE_BUILD_TYPE=Release" ];
  postInstall = lib.optionalString withTests ''
    mkdir -p $out/share/tests
    cp -r tests/* ${placeholder "out"}/share/tests
  '';
  meta = with lib; { description = "An example"; homepage = "https://example.org"; license = licenses.mit; platforms = platforms.all; mainProgram = "example"; };
})
