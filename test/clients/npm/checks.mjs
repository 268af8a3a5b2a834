// The vendor's published npm client, run against the emulator: one line per check on stdout.
import assert from "node:assert/strict";
import { createRequire } from "node:module";

const require = createRequire(process.env.CLIENT_PACKAGE);
const { BasicCredentials } = require("@huaweicloud/huaweicloud-sdk-core");
const sdk = require("@huaweicloud/huaweicloud-sdk-gaussdbfornosql/v3/public-api");

const urls = JSON.parse(process.env.EMULATOR_URLS);
const instance = "a4d8ea2584e047439a667703c0684119in06";
const project = "0549b4a43100d4f32f51c01c2fe4acdb";

function connect(secret = "fake-sk-for-tests-only-000000000000000000") {
  const keys = new BasicCredentials().withAk("FAKEAK00000000000000").withSk(secret).withProjectId(project);
  return sdk.GaussDBforNoSQLClient.newBuilder().withCredential(keys).withEndpoint(urls.geminidb).build();
}

const gemini = connect();

async function check(title, action) {
  try {
    await action();
    console.log(`ok ${title}`);
  } catch (error) {
    console.log(
      `FAIL ${title}: ${String(error.message ?? JSON.stringify(error))
        .split("\n")
        .join(" ")}`,
    );
  }
}

/** Turns the emulator's clock past the end of whatever was started, instead of waiting for it. */
async function finishWork() {
  const headers = { "content-type": "application/json" };
  await fetch(`${urls.control}/time`, { method: "POST", headers, body: JSON.stringify({ advance: 120 }) });
}

function create(name, description = "by npm") {
  const body = new sdk.NoSqlCreateBackupRequestBody(name).withDescription(description);
  return gemini.createBack(new sdk.CreateBackRequest(instance).withBody(body));
}

const rows = async (backupId, client = gemini) =>
  (await client.listBackups(new sdk.ListBackupsRequest().withBackupId(backupId))).backups;

function setPolicy(keepDays, startTime, period) {
  const policy = new sdk.BackupPolicy(keepDays);
  if (startTime) policy.withStartTime(startTime).withPeriod(period);
  const body = new sdk.SetBackupPolicyRequestBody(policy);
  return gemini.setBackupPolicy(new sdk.SetBackupPolicyRequest(instance).withBody(body));
}

const readPolicy = async () =>
  (await gemini.showBackupPolicies(new sdk.ShowBackupPoliciesRequest(instance))).backup_policy;

const refused = (promise, httpStatusCode, errorCode) =>
  assert.rejects(promise, (error) => {
    assert.deepEqual([error.httpStatusCode, error.errorCode], [httpStatusCode, errorCode]);
    return true;
  });

let backup = {};
await check("createBack is 202 with job and backup id", async () => {
  backup = await create("by-npm");
  assert.equal(backup.httpStatusCode, 202);
});
await check("listBackups(id) is BUILDING at first", async () =>
  assert.equal((await rows(backup.backup_id))[0].status, "BUILDING"),
);
await check("createBack of a busy instance is 403", () => refused(create("second"), 403, "DBS.200019"));
await finishWork();
await check("listBackups(id) is COMPLETED then", async () =>
  assert.equal((await rows(backup.backup_id))[0].status, "COMPLETED"),
);
await check("listBackups takes times with a zone", async () => {
  const request = new sdk.ListBackupsRequest().withBeginTime("2020-01-01T00:00:00+0000");
  assert.equal((await gemini.listBackups(request.withEndTime("2099-01-01T00:00:00+0000"))).total_count, 1);
});
await check("listJobs(id) is a list of one", async () => {
  const { jobs } = await gemini.listJobs(new sdk.ListJobsRequest().withId(backup.job_id));
  assert.deepEqual([jobs.length, jobs[0].status], [1, "Completed"]);
});
await check("listInstances(id) tells status and actions", async () => {
  const { instances } = await gemini.listInstances(new sdk.ListInstancesRequest().withId(instance));
  assert.deepEqual([instances[0].status, instances[0].actions], ["normal", []]);
});
await check("createBack of a taken name is refused", () => refused(create("by-npm"), 400, "DBS.201201"));
await check("createBack of a wrong description is refused", () => refused(create("right", "a=b"), 400, "DBS.280127"));
await check("setBackupPolicy is 204 and read back", async () => {
  assert.equal((await setPolicy(35, "01:00-02:00", "1,2")).httpStatusCode, 204);
  const { keep_days, start_time, period } = await readPolicy();
  assert.deepEqual([keep_days, start_time, period], [35, "01:00-02:00", "1,2"]);
});
await check("setBackupPolicy of 36 days is refused", () =>
  refused(setPolicy(36, "01:00-02:00", "1"), 400, "DBS.201106"),
);
await check("setBackupPolicy switches off", async () => {
  await setPolicy(0);
  assert.equal((await readPolicy()).keep_days, 0);
});
await check("deleteBackup, and then the backup is gone", async () => {
  await gemini.deleteBackup(new sdk.DeleteBackupRequest(backup.backup_id));
  await finishWork();
  assert.deepEqual(await rows(backup.backup_id), []);
});
await check("a wrong secret key is refused", () => refused(rows("any", connect("wrong")), 401, "APIGW.0301"));
