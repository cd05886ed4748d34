import { expect, test } from "vitest";
import { askForSpec } from "../../src/cli/init/ask.ts";
import { homelab } from "../../src/scaffold/presets/homelab.ts";
import type { FleetSpec } from "../../src/scaffold/spec/fleet-spec.ts";
import { fakeContext } from "./fake-context.ts";

const surroundings = { releases: ["26.05"], defaultRelease: "26.05", folderName: "lab" };

/** What the answers make of a spec, and the questions that were asked. */
async function asked(spec: FleetSpec, answers: readonly string[]): Promise<{ spec?: FleetSpec; prompts: string[] }> {
  const prompts: string[] = [];
  const left = [...answers];
  const context = fakeContext({
    openLines: async () => ({
      read: async (prompt) => {
        prompts.push(prompt);
        const text = left.shift();
        return text === undefined ? { kind: "end" } : { kind: "line", text };
      },
      close() {},
    }),
  });
  const answered = await askForSpec(spec, homelab, surroundings, context);
  return answered === undefined ? { prompts } : { spec: answered, prompts };
}

test("Enter takes the preset's own fleet as it is", async () => {
  expect((await asked(homelab.founding, ["", "", "", "", ""])).spec).toEqual(homelab.founding);
});

test("hosts of one's own have nobody of the preset's fleet, in accounts or in secrets", async () => {
  const { spec, prompts } = await asked(homelab.founding, ["", "", "", "srv pc:nixos", ""]);
  expect(prompts.at(-1)).toBe("Users [admin]: ");
  expect(spec?.hosts).toEqual([{ name: "srv" }, { name: "pc", kind: "nixos" }]);
  expect(spec?.users).toBeUndefined();
  expect(spec?.secrets).toEqual({ kind: "sops" });
});

test("nor can its operators read the secrets where only the users are others", async () => {
  const { spec } = await asked(homelab.founding, ["", "", "", "", "kim"]);
  expect(spec?.users).toEqual([{ name: "kim" }]);
  expect(spec?.secrets).toEqual({ kind: "sops" });
});

test("nothing is asked of a spec that is wrong already", async () => {
  const spec: FleetSpec = { release: "11.11" };
  expect(await asked(spec, [])).toEqual({ spec, prompts: [] });
});
