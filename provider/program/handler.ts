/**
 * Returns all that Pulumi stores as this package's "provider": it names the engine side, which the provider process
 * then loads from the program's own `node_modules`. A constant, so that upgrades of the package make no difference in
 * state, and no closure, so that nothing is captured. Part of every stored resource: never changed incompatibly.
 */
export function handlerFor(kind: string): string {
  return `exports.handler=()=>require('module').createRequire(process.cwd()+'/')('pulumi-backup-plans/provider')('${kind}')`;
}
