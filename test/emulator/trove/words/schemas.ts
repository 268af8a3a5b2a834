import type { Schema } from "./validation";

const text: Schema = { type: "string", minLength: 1, maxLength: 255, pattern: "^.*[0-9a-zA-Z]+.*$" };
const group = (length: number) => `([0-9a-fA-F]){${length}}`;
const uuid: Schema = {
  type: "string",
  minLength: 1,
  maxLength: 64,
  pattern: `^${[8, 4, 4, 4, 12].map(group).join("-")}$`,
};

const restoreFrom: Schema = {
  type: "object",
  required: ["remote_location", "local_datastore_version_id", "size"],
  properties: { remote_location: text, local_datastore_version_id: uuid, size: { type: "number" } },
};

function create(longestName: number): Schema {
  const backup: Schema = {
    type: "object",
    required: ["name"],
    properties: {
      description: text,
      instance: uuid,
      name: { ...text, maxLength: longestName },
      parent_id: uuid,
      incremental: { type: "integer", minimum: 0, maximum: 1 },
      swift_container: text,
      restore_from: restoreFrom,
    },
  };
  return { type: "object", required: ["backup"], properties: { backup } };
}

/** Bodies of `POST /backups`. */
export const createSchemas = { trove: create(255), rackspace: create(64) };

/** Body of `POST /backup_strategies`. */
export const strategySchema: Schema = {
  type: "object",
  required: ["backup_strategy"],
  properties: {
    backup_strategy: {
      type: "object",
      additionalProperties: false,
      required: ["swift_container"],
      properties: { instance_id: uuid, swift_container: text },
    },
  },
};
