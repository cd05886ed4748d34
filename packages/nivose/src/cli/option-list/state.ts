/** A list that is searched while somebody types: what each key does, and what the screen shows. Nothing here touches one. */

import { search } from "../../explain/options/rank.ts";
import type { FleetOption } from "../../explain/options/fleet-options.ts";
import type { Key } from "../context.ts";

export interface ListState {
  readonly query: string;
  readonly all: readonly FleetOption[];
  readonly found: readonly FleetOption[];
  /** The number of the chosen one among those that are found. */
  readonly chosen: number;
}

export type Step =
  | { readonly kind: "state"; readonly state: ListState }
  | { readonly kind: "taken" }
  | { readonly kind: "left" };

export function openList(query: string, all: readonly FleetOption[]): ListState {
  return { query, all, found: search(query, all), chosen: 0 };
}

export function press(state: ListState, { name, text, isControl }: Key, pageSize: number): Step {
  const move = (by: number): Step => {
    const chosen = Math.min(Math.max(state.chosen + by, 0), Math.max(state.found.length - 1, 0));
    return { kind: "state", state: { ...state, chosen } };
  };
  const ask = (query: string): Step => ({
    kind: "state",
    state: query === state.query ? state : openList(query, state.all),
  });
  if (isControl) {
    if (name === "c" || name === "d") return { kind: "left" };
    if (name === "n") return move(1);
    if (name === "p") return move(-1);
    if (name === "u") return ask("");
    if (name === "w") return ask(state.query.replace(/\S*\s*$/u, ""));
    return move(0);
  }
  switch (name) {
    case "escape":
      return { kind: "left" };
    case "return":
    case "enter":
      return state.found.length === 0 ? move(0) : { kind: "taken" };
    case "down":
      return move(1);
    case "up":
      return move(-1);
    case "pagedown":
      return move(pageSize);
    case "pageup":
      return move(-pageSize);
    case "home":
      return move(-state.found.length);
    case "end":
      return move(state.found.length);
    case "backspace":
      return ask([...state.query].slice(0, -1).join(""));
    default:
      // what is pasted comes as several characters
      return text !== undefined && /^[\u0020-\u{10ffff}]+$/u.test(text) && text !== "\u007f"
        ? ask(state.query + text)
        : move(0);
  }
}
