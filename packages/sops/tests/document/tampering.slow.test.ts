import { strictEqual } from "node:assert/strict";
import { test } from "vitest";
import { changedAt, places, unnoticed, withoutCharacter } from "./changed-document.ts";

test("not one byte that is encrypted or authenticated can be changed or taken away", () => {
  strictEqual(unnoticed(places(), changedAt), "");
  strictEqual(unnoticed(places(), withoutCharacter), "");
});
