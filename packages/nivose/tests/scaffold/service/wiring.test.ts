/** How a new file takes part like those beside it. */

import { expect, test } from "vitest";
import { importFrom, wireLike } from "../../../src/scaffold/service/place/wiring.ts";
import { WorkingFiles } from "../../../src/scaffold/service/place/working-files.ts";
import { repositoryIn } from "../regrow/lab.ts";

test("a file is named in the list that has most of its siblings, not in that of a part of one of them", () => {
  const repository = repositoryIn(
    new Map([
      ["flake.nix", "{ outputs = _: { }; }\n"],
      [
        "host/services/default.nix",
        "{\n  imports = [\n    ./grafana.nix\n    ./mail.nix\n    ./redis.nix\n    ./website\n  ];\n}\n",
      ],
      ["host/services/grafana.nix", "{ services.grafana.enable = true; }\n"],
      ["host/services/mail.nix", "{ services.postfix.enable = true; }\n"],
      ["host/services/redis.nix", '{ services.redis.servers."".enable = true; }\n'],
      ["host/services/website/default.nix", "{\n  imports = [\n    ./short.nix\n    ./themes.nix\n  ];\n}\n"],
      ["host/services/website/short.nix", "{ services.nginx.enable = true; }\n"],
      ["host/services/website/themes.nix", "{ services.nginx.enable = true; }\n"],
    ]),
  );
  const files = new WorkingFiles(repository);
  files.write("host/services/miniflux.nix", "{ services.miniflux.enable = true; }\n");
  const siblings = [...repository.files.keys()].filter((name) => /^host\/services\/.+/u.test(name));
  expect(wireLike(siblings.slice(1), "host/services/miniflux.nix", files, repository)).toBe(true);
  const written = Buffer.from(files.get("host/services/default.nix")!.bytes).toString();
  expect(written).toContain("    ./mail.nix\n    ./miniflux.nix\n    ./redis.nix\n");
});

test("a list that others are added to gets the new file", () => {
  const text =
    "{ inputs, ... }:\n{\n  imports = [\n    ./hardware.nix\n  ] ++ (with inputs.self.nixosModules; [ audio ]);\n}\n";
  const files = new WorkingFiles(repositoryIn(new Map([["hosts/nova/default.nix", text]])));
  expect(importFrom("hosts/nova/default.nix", "hosts/nova/glances.nix", files)).toBe(true);
  const written = Buffer.from(files.get("hosts/nova/default.nix")!.bytes).toString();
  expect(written).toBe(text.replace("./hardware.nix\n", "./hardware.nix\n    ./glances.nix\n"));
});

test("nothing has to be said where a file reads what lies beside it, though one of them is named elsewhere", () => {
  const repository = repositoryIn(
    new Map([
      ["flake.nix", "{ outputs = _: { }; }\n"],
      ["modules/default.nix", "{ lib, ... }: { imports = lib.readAll ./.; }\n"],
      ["modules/mail.nix", "{ }\n"],
      ["modules/redis.nix", "{ }\n"],
      ["modules/profiles/server.nix", "{ imports = map (each: each) [ ../redis.nix ]; }\n"],
    ]),
  );
  const files = new WorkingFiles(repository);
  files.write("modules/miniflux.nix", "{ }\n");
  expect(wireLike(["modules/mail.nix", "modules/redis.nix"], "modules/miniflux.nix", files, repository)).toBe(true);
  expect(files.get("modules/profiles/server.nix")!.bytes).toEqual(repository.read("modules/profiles/server.nix"));
});
