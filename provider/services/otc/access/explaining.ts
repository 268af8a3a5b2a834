import { rejectedLogin } from "../../../core/http/rejected-login";
import type { Service } from "../../../core/http/service";
import type { Context } from "../../../core/kind/context";
import type { Configured } from "./configured";
import type { OtcService } from "./connection";
import { explain, refusesLogin } from "./errors";

/** Returns how a service explains its refusals; for a rejected login also where the login is configured. */
export function explaining(
  { name, actions = {}, says }: Pick<OtcService, "name" | "actions"> & Partial<Pick<OtcService, "says">>,
  { made }: Configured,
  context: Context,
): Service["explain"] {
  return (status, body, to) => {
    const explained = explain(says, body, to && actions[`${to.verb} ${to.path}`]);
    const { words, hint } = explained;
    if (words === undefined || (status !== 401 && !refusesLogin(body))) return explained;
    const both = [words, hint].filter((each) => each !== undefined).join(". ");
    return { ...explained, rejected: rejectedLogin({ service: name, status, words: both }, made, context) };
  };
}
