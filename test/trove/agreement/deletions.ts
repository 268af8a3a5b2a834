import { type Case, get, make, nobody, one, remove, two } from "./case";

export const deleteCases: Case[] = [
  remove("deletes", "/backups/{loose}", { set: { deletion: "slow" } }),
  get("shows what is being deleted, unchanged", "/backups/{loose}"),
  remove("deletes again what is being deleted", "/backups/{loose}"),
  get("has it no longer", "/backups/{loose}", { until: ["loose", "gone"] }),
  remove("refuses to delete what is gone", "/backups/{loose}"),
  remove("deletes one with a child", "/backups/{inc}", { set: {} }),
  get("has the child no longer", "/backups/{inc2}", { until: ["inc2", "gone"] }),
  make("late", { instance: one, parent_id: "{first}" }, { set: { guest: "slow" } }),
  remove("refuses to delete one with a running child", "/backups/{first}"),
  remove("deletes one with children, one of them another instance's", "/backups/{first}", {
    set: {},
    until: ["late", "COMPLETED"],
  }),
  get("has the other instance's no longer", "/backups/{crossed}", { until: ["crossed", "gone"] }),
  remove("deletes although the stored object stays", "/backups/{kept}", { set: { objects: "stuck" } }),
  get("has it no longer all the same", "/backups/{kept}", { until: ["kept", "gone"] }),
  remove("deletes a failed one and its child", "/backups/{FAIL}", { set: {} }),
  get("has the child of the failed one no longer", "/backups/{child of failed}", {
    until: ["child of failed", "gone"],
  }),
  remove("deletes a restored one", "/backups/{restored}"),
  make("silent", { instance: two }, { set: { guest: "silent" } }),
  get("shows it NEW for ever", "/backups/{silent}"),
];

const strategy = (title: string, fields: object): Case => ({
  title,
  method: "POST",
  path: "/backup_strategies",
  body: { backup_strategy: fields },
});

export const strategyCases: Case[] = [
  strategy("makes a strategy", { instance_id: one, swift_container: "my_trove_backups" }),
  strategy("makes one for the project", { swift_container: "all" }),
  strategy("changes it", { swift_container: "everything" }),
  strategy("refuses unknown fields", { swift_container: "all", a: 1, b: 2 }),
  strategy("refuses none", {}),
  get("lists strategies", "/backup_strategies", { set: {} }),
  get("lists an instance's", `/backup_strategies?instance_id=${one}`),
  get("refuses another project's", `/backup_strategies?project_id=${nobody}`),
  make("planned", { instance: one }),
  get("shows that it went there", "/backups/{planned}", { until: ["planned", "COMPLETED"] }),
  remove("deletes a strategy", `/backup_strategies?instance_id=${one}`),
  remove("deletes an unknown one", `/backup_strategies?instance_id=${two}`),
];
