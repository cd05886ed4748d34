import type { AdvicePlace } from "../../report/advice.ts";
import type { Failed, Recogniser } from "../failed.ts";
import { adviceMessages } from "../messages.ts";
import { findDefinitions, optionNames } from "../places/option-definitions.ts";
import { findMessage, messagesIn, optionsIn } from "../places/written-in.ts";
import { encoded } from "../places/sources.ts";

const FAILED = /^\s*Failed assertions:\n([\s\S]+)$/u;

/** Checks of modules that do not hold, each with the setting that it is about. */
export const assertionFailed: Recogniser = (failed) => {
  const listed = FAILED.exec(failed.text)?.[1];
  if (listed === undefined) return undefined;
  const items = listed
    .split(/(?:^|\n)- /u)
    .map((item) => item.trim())
    .filter((item) => item !== "");
  const [first = ""] = items;
  const places = items.flatMap((item) => {
    const place = placeOf(item, failed);
    return place === undefined ? [] : [items.length === 1 ? place : { ...place, note: firstLine(item) }];
  });
  const distinct = places.filter(
    (place, index) => places.findIndex(({ file, start }) => file === place.file && start === place.start) === index,
  );
  return failed.advise(
    adviceMessages["assertion-failed"](firstLine(first), items.length - 1),
    [],
    distinct.slice(0, MOST),
  );
};

const MOST = 4;

function firstLine(text: string): string {
  const [first = "", second] = text.split("\n");
  return (second === undefined ? first : `${first} …`).replace(/\.$/u, "");
}

/** The assertion, if the user wrote it; or else what the user sets of the options that it speaks of. */
function placeOf(item: string, failed: Failed): AdvicePlace | undefined {
  for (const file of failed.ownFiles) {
    const place = failed.placeIn(file, (tree) => findMessage(tree, messagesIn(encoded(item)))[0]);
    if (place !== undefined) return place;
  }
  for (const option of optionsIn(item)) {
    const { option: names } = optionNames(option);
    for (let length = names.length; length >= LEAST_NAMES; length--) {
      for (const file of failed.ownFiles) {
        const place = failed.placeIn(file, (tree) => findDefinitions(tree, names.slice(0, length))[0]);
        if (place !== undefined) return place;
      }
    }
  }
  return undefined;
}

/** A single name is a word like any other. */
const LEAST_NAMES = 2;
