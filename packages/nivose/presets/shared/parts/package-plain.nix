stdenvNoCC.mkDerivation {
  pname = @pname@;
  version = @version@;

  src = @source@;

@if isBegun@
  installPhase = ''
    runHook preInstall

    install -D --mode=755 @name@.sh "$out/bin/@name@"

    runHook postInstall
  '';
@else@
  installPhase = ''
    runHook preInstall

    mkdir -p "$out/share/@name@"
    cp -r . "$out/share/@name@"

    runHook postInstall
  '';
@end@

  meta = {
    description = @description@;
@if license@
    license = @license@;
@end@
@if isBegun@
    mainProgram = @program@;
@end@
  };
}
