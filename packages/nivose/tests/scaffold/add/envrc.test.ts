/** `.envrc`: what comes into it with a shell, goes with it, and is left as it is. */

import { expect, test } from "vitest";
import { withEnvrc, withoutEnvrc } from "../../../src/scaffold/add/envrc.ts";
import type { Grown } from "../../../src/scaffold/growth.ts";
import type { Site } from "../../../src/scaffold/site/site.ts";
import { repositoryOf } from "../../check/sources.ts";
import { codesOf } from "./grown-site.ts";

function siteWith(envrc: string | undefined): Site {
  const files = { "flake.nix": "{ outputs = _: { }; }\n", ...(envrc === undefined ? {} : { ".envrc": envrc }) };
  const layout = { parts: { shell: { path: "shells/{name}.nix", wiring: [] } } };
  return { repository: repositoryOf(files), own: undefined, layout, namespace: undefined };
}

const nothing = (): Grown => ({ ok: true, growth: { title: "", files: new Map(), notes: [], next: [] } });

function envrcOf(grown: Grown, before: string | undefined): string | undefined {
  if (!grown.ok) throw new Error(grown.problems[0]!.message.text);
  const { files } = grown.growth;
  if (!files.has(".envrc")) return before;
  const file = files.get(".envrc");
  return file === undefined ? undefined : Buffer.from(file.bytes).toString();
}

test.each([
  ["is none", undefined, "use flake .#go\n"],
  ["is empty", "", "use flake .#go\n"],
  ["says something else", "export A=1\n", "export A=1\nuse flake .#go\n"],
  ["has no end of its last line", "export A=1", "export A=1\nuse flake .#go"],
  ["is written as on Windows", "export A=1\r\n", "export A=1\r\nuse flake .#go\n"],
  ["has it as a comment", "# use flake .#go\n", "# use flake .#go\nuse flake .#go\n"],
])("a file that %s enters the shell, and is as before without it", (_, before, after) => {
  expect(envrcOf(withEnvrc(nothing(), siteWith(before), "go", true), before)).toBe(after);
  expect(envrcOf(withEnvrc(nothing(), siteWith(after), "go", true), after)).toBe(after);
  if (before !== "") expect(envrcOf(withoutEnvrc(nothing(), siteWith(after), "go"), after)).toBe(before);
  expect(envrcOf(withEnvrc(nothing(), siteWith(before), "go", false), before)).toBe(before);
});

test.each(["use flake\n", "use flake .#rust\n", "use nix\n", "layout python\n"])(
  "a file that enters something else stays, and it is told how: %j",
  (text) => {
    const grown = withEnvrc(nothing(), siteWith(text), "go", true);
    expect(envrcOf(grown, text)).toBe(text);
    expect(grown.ok && grown.growth.notes).toEqual([
      ".envrc enters another shell; 'use flake .#go' in it enters this one.",
    ]);
    expect(envrcOf(withoutEnvrc(nothing(), siteWith(text), "go"), text)).toBe(text);
  },
);

test.each([
  'use flake ".#go" --impure\n',
  "use flake .#go\nexport A=1\n",
  "  use flake ./#go\n",
  "use_flake path:.#go\n",
])("a line of the user's own that enters the shell has to go first: %j", (text) => {
  expect(envrcOf(withEnvrc(nothing(), siteWith(text), "go", true), text)).toBe(text);
  expect(codesOf(withoutEnvrc(nothing(), siteWith(text), "go"))).toEqual(["part-used"]);
});
