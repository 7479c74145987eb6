import { describe, expect, test } from "vitest";
import { announcement, placeOf } from "./tus";

const base64 = (text: string) => Buffer.from(text).toString("base64");

function creation(more: Record<string, string> = {}, name = "Devis n° 3.pdf"): Headers {
  return new Headers({
    "tus-resumable": "1.0.0",
    "upload-length": "1200",
    "upload-metadata": `field ${base64("documents")},filename ${base64(name)},sha256 ${base64("a".repeat(64))}`,
    ...more,
  });
}

describe("what a creation announces", () => {
  test("is the question, the name, the size and the fingerprint", () => {
    expect(announcement(creation())).toEqual({
      field: "documents",
      name: "Devis n° 3.pdf",
      size: 1200,
      sha256: "a".repeat(64),
    });
  });

  test.each<[string, Headers, RegExp]>([
    ["an empty file", creation({ "upload-length": "0" }), /vide/],
    ["50 Mo and one byte", creation({ "upload-length": "52428801" }), /dépasse 50.Mo/],
    ["a size that is none", creation({ "upload-length": "-1" }), /pas lisible/],
    ["no size", creation({ "upload-length": "" }), /pas lisible/],
    ["a name that reads backwards", creation({}, "devis\u202Efdp.pdf"), /une ligne/],
    ["a name with a control character", creation({}, "devis\u0007.pdf"), /invisible/],
    ["a name that climbs", creation({}, "../../devis.pdf"), /Renommez/],
    ["a program", creation({}, "devis.exe"), /type de fichier/],
    ["no name", creation({ "upload-metadata": "" }), /\.$/],
    ["another protocol", creation({ "tus-resumable": "0.2.2" }), /pas lisible/],
    [
      "an endless description",
      creation({ "upload-metadata": `filename ${"A".repeat(5000)}` }),
      /pas lisible/,
    ],
  ])("%s is refused with a sentence", (_what, headers, sentence) => {
    expect(() => announcement(headers)).toThrow(sentence);
  });
});

test("bytes say where they begin", () => {
  const headers = {
    "tus-resumable": "1.0.0",
    "content-type": "application/offset+octet-stream",
    "upload-offset": "4096",
  };
  expect(placeOf(new Headers(headers))).toEqual({ offset: 4096, length: null });
  expect(placeOf(new Headers({ ...headers, "content-length": "10" })).length).toBe(10);
  for (const wrong of [{ "upload-offset": "1e3" }, { "content-type": "text/plain" }]) {
    expect(() => placeOf(new Headers({ ...headers, ...wrong }))).toThrow(/pas lisible/);
  }
});
