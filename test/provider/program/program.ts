import * as pulumi from "@pulumi/pulumi";
import type { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import type { MockMonitor } from "@pulumi/pulumi/runtime/mocks";

const mocks: pulumi.runtime.Mocks = {
  newResource: ({ name, inputs }) => ({ id: `${name}-id`, state: inputs }),
  call: () => ({}),
};

export interface Sent {
  request: RegisterResourceRequest;
  /** What the engine would get; a secret is an object with its mark. */
  inputs: Record<string, unknown>;
}

/** Runs `make` as a program of project `shop`, stack `dev`, and tells what the resource sends to the engine. */
export async function registered(make: () => pulumi.Resource, organization?: string): Promise<Sent> {
  await pulumi.runtime.setMocks(mocks, "shop", "dev", false, organization);
  const monitor = pulumi.runtime.getMonitor() as unknown as MockMonitor;
  const register = monitor.registerResource.bind(monitor);
  const sent = new Map<string, RegisterResourceRequest>();
  monitor.registerResource = (request: RegisterResourceRequest, done) => {
    sent.set(`${request.getType()} ${request.getName()}`, request);
    return register(request, done);
  };
  const resource = make();
  await promised(resource.urn);
  const { __pulumiType, __name } = resource as unknown as Record<"__pulumiType" | "__name", string>;
  const request = sent.get(`${__pulumiType} ${__name}`)!;
  return { request, inputs: (request.getObject()?.toJavaScript() ?? {}) as Record<string, unknown> };
}

export function promised<T>(output: pulumi.Output<T>): Promise<T> {
  return new Promise((done) => output.apply(done));
}
