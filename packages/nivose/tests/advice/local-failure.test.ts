import type { EvalFailure } from "@nivose/nix/evaluation";
import { expect, test } from "vitest";
import { localFailure } from "../../src/advice/places/local-failure.ts";

const store = "/nix/store/abc-source";

test("all that names a copy names what was copied", () => {
  const place = { file: `${store}/a.nix`, line: 1, column: 1, start: 0, end: 1 };
  const failure: EvalFailure = {
    kind: "io",
    text: `path '${store}/b.nix' does not exist`,
    trace: [{ kind: "context", text: `while evaluating definitions from \`${store}/a.nix':`, place }],
    files: [`${store}/a.nix`, "/lib/a.nix"],
    copies: { [store]: "/home/$&/fleet" },
    at: place,
  };
  expect(localFailure(failure)).toEqual({
    ...failure,
    text: "path '/home/$&/fleet/b.nix' does not exist",
    trace: [
      {
        kind: "context",
        text: "while evaluating definitions from `/home/$&/fleet/a.nix':",
        place: { ...place, file: "/home/$&/fleet/a.nix" },
      },
    ],
    files: ["/home/$&/fleet/a.nix", "/lib/a.nix"],
    at: { ...place, file: "/home/$&/fleet/a.nix" },
  });
});
