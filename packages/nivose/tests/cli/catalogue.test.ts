import { nixMessageDefinitions } from "@nivose/nix/messages";
import { analyze, parse } from "@nivose/nix/syntax";
import { sopsMessageDefinitions } from "@nivose/sops/messages";
import { describe, expect, test } from "vitest";
import { adviceMessageDefinitions } from "../../src/advice/messages.ts";
import { checkMessageDefinitions } from "../../src/check/messages.ts";
import { changeMessageDefinitions } from "../../src/change/messages.ts";
import { catalogue } from "../../src/cli/catalogue.ts";
import { explainMessageDefinitions } from "../../src/explain/messages.ts";
import { fleetMessageDefinitions } from "../../src/fleet/messages.ts";
import { paperMessageDefinitions } from "../../src/paper/messages.ts";
import { evaluationMessageDefinitions } from "../../src/report/evaluation-messages.ts";
import { toolMessageDefinitions } from "../../src/report/messages.ts";
import { scaffoldMessageDefinitions } from "../../src/scaffold/messages.ts";
import { serviceMessageDefinitions } from "../../src/scaffold/service/messages.ts";
import { placeMessageDefinitions } from "../../src/scaffold/place/messages.ts";

const entries = [...catalogue];

describe("the catalogue", () => {
  test("has every message of every layer under a code of its own", () => {
    const layers = [
      nixMessageDefinitions,
      sopsMessageDefinitions,
      changeMessageDefinitions,
      checkMessageDefinitions,
      scaffoldMessageDefinitions,
      serviceMessageDefinitions,
      placeMessageDefinitions,
      evaluationMessageDefinitions,
      explainMessageDefinitions,
      fleetMessageDefinitions,
      adviceMessageDefinitions,
      paperMessageDefinitions,
      toolMessageDefinitions,
    ];
    const codes = layers.flatMap((layer) => Object.keys(layer));
    expect(catalogue.size).toBe(codes.length);
  });

  test.each(entries)("%s reads like all others", (code, { title, explain }) => {
    expect(code).toMatch(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u);
    expect(title).toMatch(/^[A-Z].*[^.]$/u);
    expect(explain).toMatch(/[.:)`]$/u);
  });

  test.each(entries.filter(([, { example }]) => example !== undefined))(
    "%s has an example that provokes it",
    (code, { example }) => {
      const codesOf = (text: string): string[] =>
        analyze(parse(Buffer.from(text))).diagnostics.map((found) => found.code);
      expect(codesOf(example!.bad)).toContain(code);
      expect(codesOf(example!.good)).toEqual([]);
    },
  );
});
