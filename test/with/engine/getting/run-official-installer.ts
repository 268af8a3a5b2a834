import { PulumiCommand } from "@pulumi/pulumi/automation";
import { SemVer } from "semver";

const [root, version] = process.argv.slice(2);
PulumiCommand.install({ root: root!, version: new SemVer(version!) }).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
