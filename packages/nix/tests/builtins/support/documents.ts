/** Documents and numbers that are read and written by builtins; the same are given to real Nix. All are bytes. */

/** All that JSON can be made of, right and wrong, combined in small texts. */
export function jsonTexts(): string[] {
  const pieces = [
    ["{}", "[]", '{"a":1,"a":2}', '{"b":[null,true],"a":{}}', "null", "tru", "nullx", "NaN", "'a'", "/**/1", "", " "],
    ['"a"', '"\\n\\/\\b"', '"\\u00e9"', '"\\ud83d\\ude00"', '"\\ud83d"', '"\\ude00"', '"\\u0000"', '"\\q"', '"\x01"'],
    ['"', '"\xc3\xa9"', '"\xff"', '"\xc3"', '"\xed\xa0\x80"', '"\xf4\x90\x80\x80"', '\xef\xbb\xbf"a"'],
    ["0", "-0", "01", "-", "1.", ".5", "1e", "1e5", "1E+2", "0.1", "-0.0", "1e400", "-1e400", "5e-324", "1e-400"],
    ["9223372036854775807", "9223372036854775808", "18446744073709551615", "18446744073709551616"],
    ["-9223372036854775808", "-9223372036854775809"],
  ].flat();
  return pieces.flatMap((piece) => [
    piece,
    `[${piece}]`,
    `[1,${piece}\n]`,
    `{"k":${piece}}`,
    `{${piece}:1}`,
    `${piece},`,
  ]);
}

/** Values, keys and headers of TOML, right and wrong, in the places where they can stand. */
export function tomlTexts(): string[] {
  const values = [
    ["1", "+1", "-0", "01", "1_000", "1__0", "_1", "1_", "0x1F", "0xg", "+0x1", "0o17", "0o8", "0b101", "0b2", "0b"],
    ["9223372036854775807", "9223372036854775808", "-9223372036854775808", "0xffffffffffffffff"],
    ["1.5", "1.", ".5", "1e5", "1.e5", "1e400", "1e-400", "-0.0", "1_0.0_1", "1.0_", "inf", "-inf", "nan", "Inf"],
    ["true", "false", "True", "tru", "truest", '"a"', "'a\\n'", '"\\u00e9\\U0001F600"', '"\\ud800"', '"\\U00110000"'],
    ['"\\q"', '"\xc3\xa9"', '"\xff"', '"a', "'a", '"""\na\\\n   b"""', '"""a""b"""""', '"""a', "'''\na''b'''", "'''"],
    ['"\\u0000"', '"a\tb"', '"a\x01b"', "[]", "[ 1, 'a', [2] ]", "[1,\n# c\n2,\n]", "[1 2]", "[1,,2]", "[1", "{}"],
    ["{ a = 1, b.c = 2 }", "{ a = 1, }", "{ a = 1\n}", "{ a = 1 b = 2 }", "{ a = 1, a = 2 }", "{", "", "# c", "="],
    ["1979-05-27", "1979-05-27T07:32:00Z", "1979-02-30", "1979-05-27T7:32:00", "07:32:00", "07:32", "24:00:00"],
    ["1979-05-27T00:00:00+25:00", "1979-05-27T00:00:00+1", "19790-05-27", "1 # c", "1 # \x01", "1 b = 2", "1\r"],
  ].flat();
  const documents = [
    ["", "\n", "# c", "\xef\xbb\xbfa = 1", "a", "a =", "= 1", "a.b = 1\na.c = 2", 'a."b.c".d = 1', "a . b = 1"],
    [
      "\xc3\xa9 = 1",
      '"\xc3\xa9" = 1',
      '"a\\u0000" = 1',
      "'' = 1",
      "a = 1\na = 2",
      "a = 1\na.b = 2",
      "a = 1 [b]\nc = 2",
    ],
    [
      "[a]",
      "[a]\n[a]",
      "[a.b]\n[a]\nc = 1",
      "[a]\n[a.b]",
      "a.b = 1\n[a]",
      "[a]\nb.c = 1\n[a.b]",
      "[a]\nb.c = 1\n[a.b.d]",
    ],
    [
      "[[a]]\nb = 1\n[[a]]\n[a.c]\nd = 1",
      "[[a]]\n[a]",
      "[a]\n[[a]]",
      "a = []\n[[a]]",
      "a = [{}]\n[[a]]",
      "a = {}\n[a.b]",
    ],
    [
      "a = {}\na.b = 1",
      "[a.b]\n[a]\nb.c = 1",
      "[[a]]\n[b]\n[[a.c]]",
      "[a",
      "[[a]",
      "[ a ]",
      "[ [a] ]",
      "[a] b",
      "[]",
      "[a.]",
    ],
    [
      '["\\ud800"]',
      "[a]\r\nb = 1\r\n",
      "# \x01\na = 1",
      "a = 1\r",
      `a = ${"F".repeat(90)}`,
      `${"# c\n".repeat(120)}a = 1 1`,
    ],
  ].flat();
  return [
    ...documents,
    ...values.flatMap((value) => [`a = ${value}`, `[t]\na = [ ${value} ]`, `x = 1\ny = { a = ${value} }`]),
  ];
}

/** Floats on which ways to write them differ: ties, powers, the limits of the notations, and some of all sizes. */
export function floatTexts(): string[] {
  const values = [
    0,
    -0,
    0.1,
    1e5,
    1e6,
    999999.5,
    123456.5,
    1234565,
    1e-4,
    1e-5,
    1e15,
    1e16,
    1e21,
    1e22,
    5e-324,
    2 ** 1023,
  ];
  for (let power = 1; power < 40; power++)
    values.push(2 ** -power, -3 * 2 ** -power, 2 ** (power * 5), 1000 + 2 ** -power);
  let seed = 12345;
  for (let count = 0; count < 300; count++) {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    values.push((seed / 2 ** 31) * 10 ** ((seed % 41) - 20), seed / 2 ** ((seed % 23) + 1));
  }
  return values.map((value) => (Object.is(value, -0) ? "-0.0" : value.toExponential()));
}
