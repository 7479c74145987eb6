import { expect, test } from "vitest";
import { lapsesOf } from "./minutes";

const at = (time: string) => new Date(`2021-01-20T${time}:00+01:00`);
const stay = (text: string) => {
  const [from = "", to = ""] = text.split("-");
  return { from: at(from), to: at(to) };
};

/** Each person's stays, from 14:00 to 15:00, two required. */
test.each<[string, string[][], string[]]>([
  ["all the time", [["14:00-15:00"], ["13:00-16:00"]], []],
  ["never", [], ["14:00-15:00"]],
  ["one alone", [["14:00-15:00"]], ["14:00-15:00"]],
  ["one comes late", [["14:00-15:00"], ["14:10-15:00"]], ["14:00-14:10"]],
  ["one leaves and comes back", [["14:00-15:00"], ["14:00-14:20", "14:40-15:00"]], ["14:20-14:40"]],
  ["another is there meanwhile", [["14:00-15:00"], ["14:00-14:20"], ["14:20-15:00"]], []],
  ["two gaps", [["14:00-15:00"], ["14:10-14:20", "14:30-15:00"]], ["14:00-14:10", "14:20-14:30"]],
  ["gaps that touch are one", [["14:30-15:00"], ["14:40-15:00"]], ["14:00-14:40"]],
  [
    "what happens before and after is not counted",
    [["14:00-15:00"], ["12:00-15:30"], ["12:00-13:00"]],
    [],
  ],
])("times without quorum: %s", (_, stays, expected) => {
  const found = lapsesOf({
    required: 2,
    stays: stays.map((own) => own.map(stay)),
    from: at("14:00"),
    to: at("15:00"),
  });
  expect(found).toEqual(expected.map(stay));
});
