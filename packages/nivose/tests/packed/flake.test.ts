/** The repository is itself a flake: our own reader reads it, and our own formatter leaves it alone. */

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { formatSource } from "@nivose/nix/format";
import { analyze, parse } from "@nivose/nix/syntax";
import { expect, test } from "vitest";

const root = path.join(import.meta.dirname, "../../../..");
const files = ["flake.nix", ...readdirSync(path.join(root, "nix")).map((name) => `nix/${name}`)];

test.each(files.filter((file) => file.endsWith(".nix")))("%s", (file) => {
  const source = readFileSync(path.join(root, file));
  expect(analyze(parse(source)).diagnostics).toEqual([]);
  const formatted = formatSource(source);
  expect("text" in formatted ? Buffer.from(formatted.text).toString() : formatted).toBe(source.toString());
});
