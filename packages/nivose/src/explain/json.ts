/** An explanation for programs; `docs/why.md` documents the members. */

import type { ExplainedDefinition, Explanation } from "./explanation.ts";
import { optionPathText } from "./option-path.ts";
import { priorityName } from "./priority.ts";
import type { SourceCondition, SourcePlace } from "./source-places.ts";

export function explanationJson(explanation: Explanation): object {
  const { option, value, works, error, doubts, facts, definitions, absent, elements } = explanation;
  return {
    option: optionPathText(option),
    value,
    works,
    ...(error === undefined ? {} : { error }),
    class: explanation.class,
    doubts,
    ...facts,
    definitions: definitions.map(definitionJson),
    ...(absent.length === 0 ? {} : { absent: absent.map(placeJson) }),
    ...(elements === undefined ? {} : { elements }),
  };
}

function definitionJson({ fate, priority, places, conditions, ...more }: ExplainedDefinition): object {
  return {
    ...more,
    fate: fate.kind,
    ...(fate.kind === "loses" ? { losesTo: fate.to } : {}),
    priority,
    priorityName: priorityName(priority),
    places: places.map(placeJson),
    conditions: conditions.map(({ source, ...condition }) => ({
      ...condition,
      ...(source === undefined ? {} : { source: conditionJson(source) }),
    })),
  };
}

function placeJson({ file, line, column, start, end, text, isWithin, conditions }: SourcePlace): object {
  return {
    ...(file === undefined ? {} : { file }),
    line,
    column,
    start,
    end,
    text,
    isWithin,
    conditions: conditions.map(conditionJson),
  };
}

function conditionJson({ by, line, column, text }: SourceCondition): object {
  return { by, line, column, text };
}
