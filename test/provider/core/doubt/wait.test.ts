import assert from "node:assert/strict";
import { waitFor } from "../../../../provider/core/doubt/wait";
import { BackupError, ServiceError, UnansweredError } from "../../../../provider/core/ground/errors";
import { Deadline } from "../../../../provider/core/run/deadline";
import { fakeContext } from "../recovery-points/fake-service";

const refused = (status: number) => new ServiceError(`refused with ${status}`, status, undefined, undefined);
const unanswered = new UnansweredError("no connection");

describe("core: waitFor", () => {
  /** The answers in their order, the last one again and again. */
  async function wait(answers: (string | Error | undefined)[], hasAnswered = true, milliseconds = 2_000) {
    const told: string[] = [];
    let asked = 0;
    const ask = async () => {
      const answer = answers[Math.min(asked++, answers.length - 1)];
      if (answer instanceof Error) throw answer;
      return answer;
    };
    const context = fakeContext(told, { deadline: new Deadline(milliseconds) });
    const end = await waitFor(context, hasAnswered, ask).catch((error: Error) => error.message);
    return { end, told, asked };
  }

  it("passes over a service that is away for a while, which it tells once", async () => {
    const away = [refused(502), unanswered, refused(503), undefined, refused(500), "done"];
    const { end, told } = await wait(away);
    assert.deepEqual([end, told], ["done", ["refused with 502. Waiting on", "refused with 500. Waiting on"]]);
  });

  it("ends at once with what is refused, or is no answer that is known", async () => {
    for (const error of [refused(401), refused(404), new BackupError("in a form that is not known")]) {
      assert.deepEqual(await wait([undefined, error, "done"]), { end: error.message, told: [], asked: 2 });
    }
  });

  it("ends at once where the service never answered: it may be a wrong address", async () => {
    assert.equal((await wait([unanswered, "done"], false)).end, "no connection");
    assert.equal((await wait([undefined, unanswered, "done"], false)).end, "done");
  });

  it("ends with the last failure when the time is over, and with nothing when the last look found nothing", async () => {
    assert.equal((await wait([undefined, refused(502)], true, 50)).end, "refused with 502");
    assert.equal((await wait([refused(502), undefined], true, 50)).end, undefined);
  });
});
