import assert from "node:assert/strict";
import fc from "fast-check";
import { Redactor } from "../../../../provider/core/run/redact";

function cleaned(text: string, ...secrets: unknown[]): string {
  const redactor = new Redactor();
  for (const secret of secrets) redactor.add(secret);
  return redactor.clean(text);
}

describe("core: Redactor", () => {
  const secret = 'pa"ss/wörd+1';
  const forms: [string, string][] = [
    ["as it is", secret],
    ["escaped in JSON", JSON.stringify({ secret })],
    ["in base64", Buffer.from(secret).toString("base64")],
    ["in base64 without padding", Buffer.from(secret).toString("base64").replace(/=+$/, "")],
    ["in an address", encodeURIComponent(secret)],
  ];
  for (const [how, text] of forms) {
    it(`takes a secret out of text, ${how}`, () => {
      const clean = cleaned(`before ${text} after`, secret);
      assert.ok(!clean.includes("wörd") && clean.includes("[secret]"), clean);
    });
  }

  it("leaves nothing of any secret in any form", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 4 }), fc.string({ unit: "grapheme" }), (each, other) => {
        fc.pre(each.trim() !== "" && !"[secret]".includes(each) && !other.includes(each));
        for (const text of [each, JSON.stringify(each).slice(1, -1), encodeURIComponent(each)]) {
          assert.ok(!cleaned(`${other} ${text} ${other}`, each).includes(` ${text} `));
        }
      }),
    );
  });

  it("takes out the longer of two secrets that begin alike, whole", () => {
    assert.equal(cleaned("token-1234-more", "token-1234", "token-1234-more"), "[secret]");
    assert.equal(cleaned("token-1234-more", "token-1234-more", "token-1234"), "[secret]");
  });

  it("takes out what lists and objects hold", () => {
    assert.equal(cleaned("a alpha b bravo", ["alpha", { deep: { er: "bravo" } }]), "a [secret] b [secret]");
  });

  it("takes a short secret out where it is a word of its own", () => {
    assert.equal(cleaned("server 15, not 150 nor 1.15 nor a15", "15"), "server [secret], not 150 nor 1.15 nor a15");
    assert.equal(cleaned("server 15", 15), "server [secret]");
  });

  it("takes out every occurrence, and nothing where there is no secret", () => {
    assert.equal(cleaned("alpha alpha", "alpha"), "[secret] [secret]");
    assert.equal(cleaned("nothing here", undefined, null, ""), "nothing here");
  });

  it("takes secrets with the characters of a pattern literally", () => {
    assert.equal(cleaned("a $& (.*) b", "$& (.*)"), "a [secret] b");
  });
});
