import { startEmulator } from "../emulator";
import { controlOf } from "../with/control";
import { prepareGo, preparePython, type Tool } from "./prepare";
import { runSuite, type Suite, type Tally } from "./run-suite";

/** Nothing is finished before a check turns the clock: so every state can be seen. */
const slow = {
  buildSeconds: 60,
  dds: { deleteSeconds: 10 },
  geminidb: { deleteSeconds: 10 },
  rds: { deleteSeconds: 10 },
};

const python = (title: string, script: string): Suite => ({ title, tool: "python", args: [script] });

const suites: readonly Suite[] = [
  python("huaweicloudsdkdds 3.1.219 (Python)", "dds_checks.py"),
  python("huaweicloudsdkgaussdbfornosql 3.1.219 (Python)", "geminidb_checks.py"),
  python("huaweicloudsdkrds 3.1.219 (Python)", "rds_checks.py"),
  python("otcextensions 0.34.8, openstacksdk 4.22.0 (Python)", "otcextensions_checks.py"),
  python("python-troveclient 8.11.0", "trove_checks.py"),
  { title: "huaweicloud-sdk-go-v3 v0.1.207", tool: "go", args: [] },
];

async function prepareAll(): Promise<Record<Suite["tool"], Tool | Error>> {
  console.log("Installing the published clients (cached; the first time takes a minute or two) …");
  const outcomes = [preparePython(), prepareGo()].map((tool) => tool.catch((error: Error) => error));
  const [pythonTool, goTool] = await Promise.all(outcomes);
  return { python: pythonTool!, go: goTool! };
}

async function runAll(): Promise<Tally> {
  const tools = await prepareAll();
  const { urls, stop } = await startEmulator({ settings: slow });
  const total: Tally = { passed: 0, failed: 0 };
  try {
    for (const suite of suites) {
      await controlOf(urls)("POST", "/reset");
      const { passed, failed } = await runSuite(suite, tools[suite.tool], urls);
      total.passed += passed;
      total.failed += failed;
    }
  } finally {
    await stop();
  }
  return total;
}

runAll()
  .then(({ passed, failed }) => {
    console.log(`\n${passed} passed, ${failed} failed`);
    process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
  })
  .catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
