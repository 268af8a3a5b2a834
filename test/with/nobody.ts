/** An address where nobody listens. A system hands out no port below 1024, so no other test gets it. */
export const NOBODY = "http://127.0.0.1:9";
