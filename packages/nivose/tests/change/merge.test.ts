import { Edit } from "@nivose/nix/syntax";
import { describe, expect, test } from "vitest";
import { fingerprintOfFile, fingerprintOfLink } from "../../src/change/fingerprint.ts";
import { mergePlans } from "../../src/change/merge.ts";
import {
  createFile,
  createLink,
  deleteFile,
  editFile,
  moveFile,
  type Change,
  type Plan,
} from "../../src/change/plan.ts";

const source = Buffer.from("0123456789");
const hash = fingerprintOfFile(source);
const edit = (...splices: Edit.Splice[]): Change => editFile("a", source, splices);
const plan = (title: string, ...changes: Change[]): Plan => ({ title, changes });

function merged(...plans: Plan[]): readonly Change[] {
  const result = mergePlans("All", plans);
  if (!result.ok) throw new Error(result.problems.map(({ text }) => text).join("\n"));
  expect(result.value.title).toBe("All");
  return result.value.changes;
}

function conflict(...plans: Plan[]): string[] {
  const result = mergePlans("All", plans);
  return result.ok ? [] : result.problems.map(({ code, path, text }) => `${code} ${path}: ${text}`);
}

describe("plans join", () => {
  test("in the order in which they are given", () => {
    const one = plan("One", createFile("x", "1"), deleteFile("d", hash));
    const two = plan("Two", createLink("l", "x"), moveFile("m", "n", hash));
    expect(merged(one, two)).toStrictEqual([...one.changes, ...two.changes]);
  });

  test("the edits of one file, with insertions at one place in the order of the plans", () => {
    const one = plan("One", edit(Edit.insert(3, "first"), Edit.remove({ start: 5, end: 6 })));
    const two = plan("Two", edit(Edit.insert(3, "second"), Edit.insert(0, "top")));
    const [change] = merged(one, two);
    expect(change!.kind).toBe("edit");
    const result = Edit.applySplices(source, change!.kind === "edit" ? change!.splices : []);
    expect(Buffer.from(result).toString()).toBe("top012firstsecond346789");
  });

  test("an edit and a move of one file", () => {
    const changes = [edit(Edit.insert(0, "x")), moveFile("a", "b", hash)];
    expect(merged(plan("One", changes[0]!), plan("Two", changes[1]!))).toStrictEqual(changes);
  });

  test("what is asked for twice in the same words, once", () => {
    const changes = [createFile("x", "1"), createLink("l", "x"), moveFile("m", "n", hash), deleteFile("d", hash)];
    expect(merged(plan("One", ...changes), plan("Two", ...changes))).toStrictEqual(changes);
    const same = edit(Edit.replace({ start: 1, end: 3 }, "x"));
    expect(merged(plan("One", same), plan("Two", same))).toStrictEqual([same]);
  });

  test("but the same insertion twice, twice", () => {
    const same = edit(Edit.insert(3, "x"));
    expect(merged(plan("One", same), plan("Two", same))).toStrictEqual([
      edit(Edit.insert(3, "x"), Edit.insert(3, "x")),
    ]);
  });

  test("a deletion and what takes its place", () => {
    const changes = [deleteFile("a", hash), moveFile("b", "a", hash), createFile("b", "new")];
    expect(merged(...changes.map((change) => plan("One", change)))).toStrictEqual(changes);
  });
});

describe("plans contradict each other", () => {
  const both = '"One" and "Two"';

  test("when their edits overlap", () => {
    const one = plan("One", edit(Edit.remove({ start: 2, end: 6 })));
    const two = plan("Two", edit(Edit.replace({ start: 4, end: 9 }, "x")));
    expect(conflict(one, two)).toStrictEqual([`change-overlap a: ${both} change the same place (bytes 4 to 6)`]);
    const within = plan("Two", edit(Edit.insert(4, "x")));
    expect(conflict(one, within)).toStrictEqual([`change-overlap a: ${both} change the same place (bytes 4 to 4)`]);
  });

  test("also one plan itself", () => {
    const one = plan("One", edit(Edit.remove({ start: 2, end: 6 })), edit(Edit.remove({ start: 3, end: 4 })));
    expect(conflict(one)).toStrictEqual([
      'change-overlap a: two changes of "One" change the same place (bytes 3 to 4)',
    ]);
  });

  test("when they were made for different contents", () => {
    const text = `change-versions a: ${both} were made for different contents of this file`;
    const other = editFile("a", Buffer.from("other"), []);
    expect(conflict(plan("One", edit()), plan("Two", other))).toStrictEqual([text]);
    expect(conflict(plan("One", edit()), plan("Two", moveFile("a", "b", fingerprintOfLink("x"))))).toStrictEqual([
      text,
    ]);
  });

  test("when one file is moved twice, or edited and deleted", () => {
    const move = plan("One", moveFile("a", "b", hash));
    expect(conflict(move, plan("Two", moveFile("a", "c", hash)))).toStrictEqual([
      `change-twice a: it is both moved and moved by ${both}`,
    ]);
    expect(conflict(plan("One", edit()), plan("Two", deleteFile("a", hash)))).toStrictEqual([
      `change-twice a: it is both edited and deleted by ${both}`,
    ]);
  });

  test("when two things are put at one place", () => {
    const create = plan("One", createFile("x", "1"));
    const text = `change-same-target x: ${both} both put something at x`;
    expect(conflict(create, plan("Two", createFile("x", "2")))).toStrictEqual([text]);
    expect(conflict(create, plan("Two", createLink("x", "y")))).toStrictEqual([text]);
    expect(conflict(create, plan("Two", moveFile("a", "x", hash)))).toStrictEqual([text]);
    expect(conflict(create, plan("Two", editFile("x", source, [])))).toStrictEqual([text]);
  });

  test("when one needs a folder where the other has a file", () => {
    const two = plan("Two", createFile("x/y/z", "2"));
    expect(conflict(plan("One", createFile("x", "1")), two)).toStrictEqual([
      `change-same-target x/y/z: "One" and "Two" both put something at x`,
    ]);
  });

  test("and all that is wrong is told at once", () => {
    const changes = [createFile("../x", ""), createFile("/y", ""), createLink("z", "/etc")];
    expect(conflict(plan("One", ...changes)).map((text) => text.split(":")[0])).toStrictEqual([
      "change-path ../x",
      "change-path /y",
      "change-path z",
    ]);
  });
});
