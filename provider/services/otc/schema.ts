import { alike, id, text } from "../../core/kind/fields";

/** DDS: "Creating a Manual Backup" (dds_api_0027), table 3; GeminiDB: "Creating a Manual Backup" (nosql_api_0032), table 3. */
export const NAME_LIMIT = 64;

const name = text("must be 4 to 64 letters, digits, - or _, a letter first", /^[A-Za-z][A-Za-z0-9_-]{3,63}$/);

/** No line breaks: the services' user guides. */
export const description = alike(
  text(`must be at most 256 characters, none of > ! < " & ' = and no line break`, /^[^>!<"&'=\r\n]{0,256}$/u),
  (description = "") => description,
);

/** An id. The pages state no form and their examples contradict each other, so only what cannot be an id is refused. */
export const ID = /^[A-Za-z0-9-]{1,64}$/;

export const instanceId = id("must be the id of an instance: letters, digits and -", ID);

/** The fields of a manual backup. */
export const backupFields = { instanceId, name: name.optional(), description: description.optional() };
