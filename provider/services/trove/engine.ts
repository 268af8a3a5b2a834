import { backup } from "./backup";

export const kinds = { Backup: backup };
