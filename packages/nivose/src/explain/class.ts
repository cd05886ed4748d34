/** How far an explanation can be relied on. */

/**
 * How sure something is. `certain`: the module system's own data says so. `heuristic`: it follows from them and the text
 * of the files, but another reading is possible; or they are those of another release. `paper`: they say so, but some of them
 * are those of a flake on paper. `unknown`: it could not be found.
 */
export type Class = "certain" | "paper" | "heuristic" | "unknown";
