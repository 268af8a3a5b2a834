/** The ids of what an account holds: all of it, and what a program may adopt as it is. */
export interface Held {
  all: readonly string[];
  complete: readonly string[];
}

interface OtcRow {
  id: string;
  project_id: string;
  instance_id: string;
  description: string | null;
  type: string;
  state: string;
  isDeleting: boolean;
}

interface OtcPolicy {
  project_id: string;
  instance_id: string;
  keepDays: number;
  startTime: string;
}

/** GeminiDB needs a description, and no page allows these characters in it. */
const REFUSED = /[>!<"&'=\n]/;

interface TroveRow {
  id: string;
  instanceId: string | null;
  status: string;
  isAutomated: boolean;
}

interface Run {
  id: number;
  backup_config_id: number;
  instant: boolean;
  state: string;
  provider: string;
  application_id: number | null;
}

const distinct = (ids: readonly string[]) => [...new Set(ids)];

/** Reads the state that the emulator's control port tells. It has no word of the provider's. */
export const heldOf = {
  otc:
    (service: string, project: string) =>
    (state: Record<string, { backups: OtcRow[]; policies: OtcPolicy[] }>): Held => {
      const backups = state[service]!.backups.filter(({ project_id }) => project_id === project);
      const policies = state[service]!.policies.filter(({ project_id }) => project_id === project);
      const whole = backups.filter(
        ({ state, type, isDeleting, description }) =>
          state === "completed" &&
          type === "Manual" &&
          !isDeleting &&
          !(service === "geminidb" && REFUSED.test(`${description}`)),
      );
      // No page of the vendor allows this minute, and RDS knows no policy that is off.
      const allowed = policies.filter(
        ({ startTime, keepDays }) => !startTime.includes(":10") && !(service === "rds" && keepDays === 0),
      );
      return {
        all: [...backups.map(({ id }) => id), ...policies.map(({ instance_id }) => instance_id)],
        complete: [...whole.map(({ id }) => id), ...allowed.map(({ instance_id }) => instance_id)],
      };
    },
  trove: ({ trove: { backups } }: { trove: { backups: TroveRow[] } }): Held => {
    const whole = backups.filter(({ status, instanceId }) => status === "COMPLETED" && instanceId !== null);
    return { all: backups.map(({ id }) => id), complete: whole.map(({ id }) => id) };
  },
  /** A schedule shows by its automated backups, under the id of their instance. */
  rackspace: (state: { trove: { backups: TroveRow[] } }): Held => {
    const automated = state.trove.backups.filter(({ isAutomated }) => isAutomated);
    const schedules = distinct(automated.flatMap(({ instanceId }) => instanceId ?? []));
    const { all, complete } = heldOf.trove(state);
    const byHand = complete.filter((id) => !automated.some((each) => each.id === id));
    return { all: [...all, ...schedules], complete: byHand };
  },
  /** A plan shows by its runs. No run shows its retention, which ServerAvatar's own storage needs, or a database's application. */
  serveravatar: ({ serveravatar: { runs } }: { serveravatar: { runs: Run[] } }): Held => {
    const instant = runs.filter((run) => run.instant);
    const plans = runs.filter((run) => !run.instant).map(({ backup_config_id }) => `${backup_config_id}`);
    const whole = instant.filter(
      ({ state, provider, application_id }) =>
        state === "completed" && provider !== "serveravatar" && application_id !== null && application_id >= 4246,
    );
    return {
      all: [...instant.map(({ id }) => `${id}`), ...distinct(plans)],
      complete: whole.map(({ id }) => `${id}`),
    };
  },
};
