/** The words of https://serveravatar.com/api-docs/endpoint/backup/preset.html; each with its step in luxon's units. */
export const schedules: Readonly<Record<string, Record<string, number>>> = {
  "Every Hour": { hours: 1 },
  "Every 3 Hours": { hours: 3 },
  "Every 6 Hours": { hours: 6 },
  "Every 12 Hours": { hours: 12 },
  "Every Day": { days: 1 },
  "Every 2 Days": { days: 2 },
  "Every Week": { weeks: 1 },
  "Every Month": { months: 1 },
  // not on the vendor's page: which two days of a month; every 15 days is taken.
  "Twice a Month": { days: 15 },
  "Every 3 Months": { months: 3 },
  "Every 6 Months": { months: 6 },
  "Every Year": { years: 1 },
};

/** In months. */
export const retentions: Readonly<Record<string, number>> = {
  "1 Month": 1,
  "2 Months": 2,
  "3 Months": 3,
  "6 Months": 6,
  "12 Months": 12,
  "24 Months": 24,
};
