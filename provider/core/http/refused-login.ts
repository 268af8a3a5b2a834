/** What to do about a login that was refused; `whence` names its parts and where each is, never a value. */
export function refusedLogin(whence: string): string {
  return (
    `The login was made with ${whence}: correct there what is not right or no longer valid. (refresh and destroy use the ` +
    "configuration that the last pulumi up stored; a variable that backup-plans:secretsFromEnv names is read at each run)"
  );
}
