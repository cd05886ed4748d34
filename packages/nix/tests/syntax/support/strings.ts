/** Strings and the pieces they stand for; `${}` for an antiquotation. */

export type StringRow = readonly [source: string, ...pieces: string[]];

export const quotedStrings: readonly StringRow[] = [
  ['""'],
  ['"a"', "a"],
  ['"\\n\\r\\t\\a\\\\\\""', '\n\r\ta\\"'],
  ['"\\${a} $a $${a} $"', "${a} $a $${a} $"],
  ['"a${1}b"', "a", "${}", "b"],
  ['"a\r\nb\rc\nd"', "a\nb\nc\nd"],
  ['"\\\r\n"', "\r\n"],
  ['"\xc3\xa4\xff"', "\xc3\xa4\xff"],
  ["\"''a''\"", "''a''"],
];

export const indentedStrings: readonly StringRow[] = [
  ["''''"],
  ["''a''", "a"],
  ["''  a''", "a"],
  ["''\n  a\n  b\n''", "a\nb\n"],
  ["''\n  a\n    b\n''", "a\n  b\n"],
  ["''\n    a\n  b\n  ''", "  a\nb\n"],
  ["''\n  a\n\n  b\n''", "a\n\nb\n"],
  ["''\n  a\n \n  b\n''", "a\n\nb\n"],
  ["''\n  a\n   \n  b\n''", "a\n \nb\n"],
  ["''\n  a''", "a"],
  ["''\n  a\n b''", " a\nb"],
  ["'' a\n  b''", "a\n b"],
  ["''\n\ta\n  b\n''", "\ta\n  b\n"],
  ["''\n\n''", "\n"],
  ["''  \n  ''"],
  ["''  ''"],
  ["''\n  ${1}\n    b\n''", "${}", "\n  b\n"],
  ["''\n    a ${1}\n  b\n''", "  a ", "${}", "\nb\n"],
  ["''\n  ${1} \n''", "${}", " \n"],
  ["''${1}''", "${}"],
  ["''  ${1}''", "${}"],
  // a line end that is written as an escape starts a line as well
  ["''\n  a''\\n  b\n  c\n''", "a", "\n", "b\nc\n"],
  ["''''\\n''\\t''\\r''\\a''\\$''", "\n", "\t", "\r", "a", "$"],
  ["''\n  ''${a} '''  \n''", "$", "{a} ", "''", "  \n"],
  ["''\n    '''\n  a\n''", "  ", "''", "\na\n"],
  ["''\n  a\r\n  b\r\n''", "a\r\nb\r\n"],
  ["''\r\n  a''", "\r\n  a"],
  ["''$''", "$"],
  ["''a'b''", "a'b"],
];
