/** A line of the table. */
export interface Row {
  measure: string;
  /** What is to be reached; nothing where a figure is only told. */
  reach?: string;
  figure: string;
  reached?: boolean;
}

/** A figure against its floor. */
export function ratio(measure: string, value: number, floor: number, most?: number, unit = "s"): Row {
  const quotient = value / floor;
  const figure = `${quotient.toFixed(2)} (${value.toFixed(2)} ${unit} : ${floor.toFixed(2)} ${unit})`;
  if (most === undefined) return { measure, figure };
  return { measure, reach: `≤ ${most.toFixed(2)}`, figure, reached: quotient <= most };
}

export function atMost(measure: string, value: number, most: number, unit = ""): Row {
  return {
    measure,
    reach: `≤ ${most}${unit}`,
    figure: `${Math.round(value * 10) / 10}${unit}`,
    reached: value <= most,
  };
}
