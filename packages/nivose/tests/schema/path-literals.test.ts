import { expect, test } from "vitest";
import { pathLiteralsIn } from "../../src/schema/path-literals.ts";

test.each<[string, string]>([
  ["[ ./luna.nix ]", "/fleet/hosts/luna.nix"],
  ["import ../lib { x = 1; }", "/fleet/lib"],
  ['"${/etc/x}"', "/etc/x"],
  ["./..", "/fleet"],
  ["./${name}.nix", "/fleet/hosts/luna.nix"],
  ["./${name}/disks", "/fleet/hosts/luna/disks"],
  ['./. + "/${name}.nix"', "/fleet/hosts/luna.nix"],
  ['../modules + "/web.nix"', "/fleet/modules/web.nix"],
])("%s leads from its folder", (text, target) => {
  const literals = pathLiteralsIn(Buffer.from(`\n  ${text}`), "/fleet/hosts/all.nix");
  expect(literals.filter(({ leadsTo }) => leadsTo(target))).toMatchObject([{ line: 2 }]);
  expect(literals.some(({ leadsTo }) => leadsTo("/fleet/other/deeper/file.nix"))).toBe(false);
});
