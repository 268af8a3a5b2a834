import { faultPlan, type Service } from "./fault-plan";
import { type Failure, runLives } from "./lives";

/** So many seeded lives of each service, with the seeds from `seed` on. */
export function sweep(
  services: readonly Service[],
  plans: number,
  seed: number,
  report?: (failure: Failure) => void,
): Promise<Failure[]> {
  const seeds = Array.from({ length: plans }, (_, index) => seed + index);
  const lives = services.flatMap((service) => seeds.map((each) => ({ plan: faultPlan(service, each), seed: each })));
  return runLives(lives, (_, failure) => failure && report?.(failure));
}
