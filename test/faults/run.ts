import { parseArgs } from "node:util";
import { printBadAnswers } from "./answers/print-bad-answers";
import { printCreateTable } from "./creations/print-create-table";
import { printInterruptions } from "./creations/print-interruptions";
import { printLifeTable } from "./lives/print-life-table";
import { printSweep } from "./lives/print-sweep";
import { printPressure } from "./pressure/print-pressure";
import { printTwistTable } from "./twists/print-twist-table";

const USAGE =
  "npm run test:faults -- [--creations] [--lives] [--twists] [--interruptions] [--answers [HTML,empty]] [--pressure [dds,trove,mix,plans]] [--plans NUMBER] [--seed NUMBER] [--service serveravatar,trove,dds,geminidb]";

async function main(): Promise<boolean> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      ...{ plans: { type: "string" }, seed: { type: "string" }, service: { type: "string" } },
      ...{ creations: { type: "boolean" }, lives: { type: "boolean" }, interruptions: { type: "boolean" } },
      ...{ answers: { type: "boolean" }, pressure: { type: "boolean" }, twists: { type: "boolean" } },
    },
  });
  if (values.creations) return printCreateTable();
  if (values.lives) return printLifeTable(values.service?.split(","));
  if (values.interruptions) return printInterruptions();
  if (values.twists) return printTwistTable();
  if (values.answers) return printBadAnswers(positionals[0]?.split(","));
  if (values.pressure) return printPressure(positionals[0]?.split(","));
  const { plans, seed, service } = values;
  if (plans === undefined && seed === undefined)
    return all([printCreateTable, () => printLifeTable(), printTwistTable, printInterruptions]);
  const numbers = [Number(plans ?? 1), Number(seed ?? Math.floor(Math.random() * 1e9))] as const;
  if (numbers.some((each) => !Number.isInteger(each) || each < 0)) throw new Error(USAGE);
  return printSweep(...numbers, service?.split(","));
}

main().then(
  (isGood) => process.exit(isGood ? 0 : 1),
  (error: Error) => {
    console.error(error);
    process.exit(1);
  },
);

async function all(parts: readonly (() => Promise<boolean>)[]): Promise<boolean> {
  let isGood = true;
  for (const part of parts) isGood = (await part()) && isGood;
  return isGood;
}
