/** The ids that a refusal of a second plan names. */
export function secondPlansIn(error: string): string | undefined {
  return /"second-plan": "([\d,]+)"/.exec(error)?.[1];
}

/** The ids that a warning names, as what no state knows since the program asks for something else. */
export function leftIn(warning: string): string[] {
  return idsAfter(/with other arguments or triggers, and may have made (\S.*): no state knows it/, warning);
}

/** The ids that a warning names, as what one creation made beside its own. */
export function doubledIn(warning: string): string[] {
  return idsAfter(/No state knows (\S.*): delete them there|Plan (\d+) runs beside it/, warning);
}

function idsAfter(words: RegExp, warning: string): string[] {
  return words.exec(warning)?.slice(1).find(Boolean)?.split(", ") ?? [];
}
