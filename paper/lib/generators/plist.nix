# Property lists of macOS, as XML.
{ lib }:
let
  lines = lib.concatStringsSep "\n";

  around =
    indent: tag: content:
    lines [
      "${indent}<${tag}>"
      (lines content)
      "${indent}</${tag}>"
    ];

  # nothing for what modules leave in sets, and for what is unset
  entry =
    show: indent: name: value:
    lib.optionals (name != "_module" && value != null) [
      "${indent}<key>${name}</key>"
      (show indent value)
    ];

  body =
    root:
    let
      show =
        indent: value:
        let
          deeper = "\t${indent}";
          text = "${indent}<string>${toString value}</string>";
        in
        {
          null = "";
          bool = indent + (if value then "<true/>" else "<false/>");
          int = "${indent}<integer>${toString value}</integer>";
          float = "${indent}<real>${toString value}</real>";
          string = text;
          path = text;
          list = around indent "array" (map (show deeper) value);
          set = around indent "dict" (builtins.concatLists (lib.mapAttrsToList (entry show deeper) value));
        }
        .${builtins.typeOf value} or (abort "generators.toPlist: should never happen (v = ${root})");
    in
    show "" root;
in
{
  toPlist =
    { }:
    root:
    ''
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE plist PUBLIC "-//Apple Computer//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
      <plist version="1.0">
    ''
    + body root
    + "\n</plist>";
}
