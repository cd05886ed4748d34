# A tar archive as a string. Strings of Nix hold no zero bytes, so this is the oldest form of tar, which needs none: numbers
# end with a space, contents are filled up with spaces, and the archive ends with its last file. Names and targets of links
# are in entries of their own before the file (GNU's long names), hence their bytes count in no checksum.
let
  inherit (builtins)
    attrNames
    concatStringsSep
    genList
    replaceStrings
    stringLength
    substring
    ;

  repeat = count: character: concatStringsSep "" (genList (_: character) count);
  block = 512;
  spaces = repeat block " ";
  zeros = repeat 11 "0";

  octal =
    number:
    if number < 8 then toString number else octal (number / 8) + octal (number - number / 8 * 8);
  digits = number: if number == 0 then 0 else number - number / 8 * 8 + digits (number / 8);
  zeroed = width: text: substring 0 (width - stringLength text) zeros + text;

  # The bytes of a header that are always the same; the checksum itself counts as eight spaces.
  name = repeat 100 "x";
  rest = substring 0 355 spaces;
  constant = 100 * 120 + (3 * 7 + 2 * 11) * 48 + (5 + 8 + 355) * 32;

  kinds = {
    plain = {
      flag = "0";
      code = 48;
      mode = "0000644";
      sum = 14;
    };
    executable = {
      flag = "0";
      code = 48;
      mode = "0000755";
      sum = 17;
    };
    link = {
      flag = "2";
      code = 50;
      mode = "0000644";
      sum = 14;
    };
    longName = {
      flag = "L";
      code = 76;
      mode = "0000644";
      sum = 14;
    };
    longLink = {
      flag = "K";
      code = 75;
      mode = "0000644";
      sum = 14;
    };
  };

  header =
    {
      flag,
      code,
      mode,
      sum,
    }:
    size:
    let
      checksum = constant + code + sum + digits size;
    in
    "${name}${mode} 0000000 0000000 ${zeroed 11 (octal size)} ${zeros} ${zeroed 7 (octal checksum)} ${flag}${rest}";

  entry =
    kind: content:
    let
      size = stringLength content;
      over = size - size / block * block;
    in
    header kind size + content + (if over == 0 then "" else substring 0 (block - over) spaces);

  # Nix puts the path of the output in the place of its placeholder, after the sizes were written down.
  withoutPlaceholder = replaceStrings [ (builtins.placeholder "out") ] [ "$out" ];

  file =
    path: content:
    entry kinds.longName path
    + (
      if content ? link then
        entry kinds.longLink (withoutPlaceholder content.link) + header kinds.link 0
      else
        entry (if content.executable or false then kinds.executable else kinds.plain) (
          withoutPlaceholder content.text
        )
    );
in
prefix: files:
concatStringsSep "" (map (path: file "${prefix}${path}" files.${path}) (attrNames files))
