/** Lets somebody choose an option at a terminal. */

import type { FleetOption } from "../../explain/options/fleet-options.ts";
import { type Context, layoutOf } from "../context.ts";
import { drawList, listRows } from "./screen.ts";
import { openList, press } from "./state.ts";

/** The one that was chosen, or none. The screen is as it was afterwards, also after Ctrl-C. */
export async function chooseOption(
  query: string,
  options: readonly FleetOption[],
  hosts: number,
  context: Context,
): Promise<readonly FleetOption[]> {
  const { stdout } = context;
  const { style } = layoutOf(context, stdout);
  const keys = await context.openKeys();
  let state = openList(query, options);
  try {
    for (;;) {
      const size = keys.size();
      stdout.write(`${CLEAR}${drawList(state, hosts, size, style).join("\r\n")}${cursorTo(`option: ${state.query}`)}`);
      const key = await keys.next();
      const step = key === undefined ? undefined : press(state, key, listRows(size));
      if (step === undefined || step.kind === "left") return [];
      if (step.kind === "taken") return state.found.slice(state.chosen, state.chosen + 1);
      state = step.state;
    }
  } finally {
    keys.close();
  }
}

const CLEAR = "\u001b[H\u001b[J";

function cursorTo(text: string): string {
  return `\u001b[1;${[...text].length + 1}H`;
}
