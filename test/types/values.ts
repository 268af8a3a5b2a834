import type * as pulumi from "@pulumi/pulumi";

/** Values of which TypeScript knows no more than their type: what they decide is left to the check. */
export declare const text: string;
export declare const truth: boolean;
export declare const number: number;
export declare const later: {
  text: pulumi.Output<string>;
  truth: pulumi.Output<boolean>;
  number: pulumi.Output<number>;
  list: pulumi.Output<number[]>;
};
export declare const promised: {
  text: Promise<string>;
  truth: Promise<boolean>;
  number: Promise<number>;
};
export declare const optional: { text?: string; truth?: boolean };
