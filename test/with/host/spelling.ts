import { services } from "../../../provider/services/services";
import type { FormName } from "./form";

/** The keys of all accounts, as the dynamic form reads them: `serveravatar:token`. */
const KEY = new RegExp(`\\b(${Object.keys(services.account).join("|")}):([a-z]\\w*|…)`, "g");

/** Returns a text of the dynamic form as a user of the given form reads it. */
export function spelt(form: FormName, text: string): string {
  if (form === "dynamic") return text;
  const objects = text.replace(KEY, "backup-plans:$1.$2");
  return objects.replace(/config set (?=(--secret )?backup-plans:\w+\.)/g, "config set --path ");
}

/** Whether a text names a key of an account as a user of another form reads it. */
export function isMisspelt(form: FormName, text: string): boolean {
  return form === "dynamic" ? /backup-plans:\w+\.\w/.test(text) : new RegExp(KEY, "").test(text);
}
