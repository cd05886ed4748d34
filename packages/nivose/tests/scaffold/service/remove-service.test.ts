/** What was written for a service goes with it, and nothing else does. */

import { describe, expect, test } from "vitest";
import type { ServiceWish } from "../../../src/scaffold/service/wish.ts";
import { evaluatedIn } from "../../check/example-fleet.ts";
import {
  add,
  type Files,
  flakeOf,
  grownFiles,
  hardware,
  lock,
  problemsIn,
  remove,
  thereAndBack,
  wish,
} from "./growing.ts";

const FILE = "hosts/sol.nix";

const withHost = (text: string, more: Files = {}): Files => ({
  "flake.nix": flakeOf({ sol: "./hosts/sol.nix" }),
  "flake.lock": lock,
  "hosts/hardware.nix": hardware,
  [FILE]: text,
  ...more,
});

const saved = withHost(`{
  imports = [ ./hardware.nix ];
  services.restic.backups.all = {
    repository = "/backup";
    passwordFile = "/etc/restic/password";
    paths = [ "/home" ];
  };
}
`);

describe("the folder of a service that was said", () => {
  test.each<[string, Partial<ServiceWish>, readonly string[]]>([
    ["samba", { settings: ["folder=/data/share"] }, ["/var/lib/samba", "/data/share"]],
    ["samba", { settings: ["settings.files.path=/data/share"] }, ["/var/lib/samba", "/data/share"]],
    ["grafana", { settings: ["dataDir=/data/grafana"] }, ["/data/grafana"]],
    ["redis", {}, ["/var/lib/redis-main"]],
    ["gitea", { settings: ["domain=git.example.org", "stateDir=/data/gitea"] }, ["/data/gitea/dump"]],
    ["calibre-web", { settings: ["dataDir=books"] }, ["/var/lib/books"]],
    ["gitea", { settings: ["domain=git.example.org", "dump.backupDir=/data/dump"] }, ["/data/dump"]],
    ["vaultwarden", { settings: ["backupDir=/data/vault"] }, ["/data/vault"]],
  ])("%s %j is saved, and no longer once it has gone", async (name, more, paths) => {
    const given = wish(name, "sol", more);
    const after = await thereAndBack(saved, await evaluatedIn(saved), given);
    const list = /\bpaths = \[([^\]]*)\]/u.exec(after[FILE]!)![1]!;
    expect(list.trim().split(/\s+/u)).toEqual(["/home", ...paths].map((path) => `"${path}"`));
  });
});

describe("a folder that something else keeps its state in as well", () => {
  const komga = (text: string): string =>
    text.replace("services.restic", "services.komga.enable = true;\n  services.restic");
  const shared = wish("samba", "sol", { settings: ["folder=/var/lib/komga"] });

  test("was saved before, and is afterwards", async () => {
    const files = withHost(
      komga(saved[FILE]!).replace(`[ "/home" ]`, `[\n      "/home"\n      "/var/lib/komga"\n    ]`),
    );
    await thereAndBack(files, await evaluatedIn(files), shared);
  });

  test("came after it, and is told", async () => {
    const added = grownFiles(saved, add(await evaluatedIn(saved), shared));
    const both = { ...added, [FILE]: komga(added[FILE]!) };
    const gone = remove(await evaluatedIn(both), "samba", "sol");
    expect(gone.ok ? gone.growth.notes : problemsIn(gone)).toEqual([
      "/var/lib/komga stays in the backup of sol: it is where Komga keeps its state.",
    ]);
    const after = grownFiles(both, gone)[FILE]!;
    expect(after.replace(/\[\s+"\/home"\s+"\/var\/lib\/komga"\s+\]/u, `[ "/home" ]`)).toBe(komga(saved[FILE]!));
  });
});

test("what was written around it meanwhile stays", async () => {
  const added = grownFiles(saved, add(await evaluatedIn(saved), wish("samba", "sol", { settings: ["folder=/data"] })));
  const edits = (text: string): string =>
    text
      .replace(/"\/home"\n/u, `"/home" # all of us\n      # the books\n      "/srv/books"\n`)
      .replace("  imports =", `  # The one in the cellar.\n  imports =`)
      .replace(/\}\n$/u, `\n  environment.etc."samba/note".text = "none"; # samba\n}\n`);
  const both = { ...added, [FILE]: edits(added[FILE]!) };
  const after = grownFiles(both, remove(await evaluatedIn(both), "samba", "sol"))[FILE]!;
  const spread = saved[FILE]!.replace(`[ "/home" ]`, `[\n      "/home"\n    ]`);
  expect(after).toBe(edits(spread));
});
