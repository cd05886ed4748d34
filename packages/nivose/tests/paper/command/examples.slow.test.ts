/** Every host of the examples has a system, or a home, on paper: of whatever release, and without any of their inputs. */

import { execFileSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";
import { Sandbox } from "../../cli/run-nivose.ts";

const examples = path.resolve(import.meta.dirname, "../../../../../examples");

interface Shown {
  readonly hosts: readonly { readonly name: string; readonly derivation?: string | null }[];
}

test.each([
  ["homelab", 5],
  ["multi-flake", 5],
  ["package", 0],
  ["parts", 5],
  ["profiles", 6],
])(
  "%s",
  (name, count) => {
    const sandbox = new Sandbox(path.join(examples, name));
    try {
      sandbox.initGit();
      execFileSync("git", ["add", "."], { cwd: sandbox.folder, env: sandbox.environment });
      const { stdout } = sandbox.run("nivose show --paper --derivations --json");
      const { hosts } = JSON.parse(stdout) as Shown;
      expect(hosts).toHaveLength(count);
      expect(hosts.filter(({ derivation }) => derivation?.startsWith("/nix/store/") !== true)).toEqual([]);
    } finally {
      sandbox.remove();
    }
  },
  180_000,
);
