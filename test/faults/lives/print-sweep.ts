import { services } from "./fault-plan";
import { sweep } from "./lives";

/** So many seeded lives of each service; true when none of them is doubled, lost or stuck. */
export async function printSweep(plans: number, seed: number, wanted: readonly string[] = services): Promise<boolean> {
  const chosen = services.filter((each) => wanted.includes(each));
  const began = Date.now();
  console.log(`${plans} plans for each of ${chosen.join(", ")}, with the seeds from ${seed} on`);
  const failures = await sweep(chosen, plans, seed, (failure) => {
    const { service } = failure.plan;
    console.log(`\nnpm run test:faults -- --seed ${failure.seed} --service ${service}\n${failure.told}`);
    console.log([...failure.problems, ...failure.log].map((each) => `  ${each}`).join("\n"));
  });
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(`${plans * chosen.length - failures.length} of ${plans * chosen.length} lives are good, ${seconds} s`);
  return failures.length === 0;
}
