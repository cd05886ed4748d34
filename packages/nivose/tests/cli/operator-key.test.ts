import { expect, test } from "vitest";
import { keyFile } from "../../src/cli/init/operator-key.ts";

const place = (platform: string, environment: Record<string, string>): string | undefined =>
  keyFile({ environment, cwd: "/fleet", runtime: { node: "22", platform } });

test.each([
  ["linux x64", { HOME: "/home/alex" }, "/home/alex/.config/sops/age/keys.txt"],
  ["darwin arm64", { HOME: "/Users/alex" }, "/Users/alex/Library/Application Support/sops/age/keys.txt"],
  ["darwin arm64", { HOME: "/Users/alex", XDG_CONFIG_HOME: "/x" }, "/x/sops/age/keys.txt"],
  ["darwin arm64", { HOME: "/Users/alex", SOPS_AGE_KEY_FILE: "keys" }, "/fleet/keys"],
  ["linux x64", {}, undefined],
])("the age key on %s with %j is in %s", (platform, environment, expected) => {
  expect(place(platform, environment as Record<string, string>)).toBe(expected);
});
