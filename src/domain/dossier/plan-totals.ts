import type { Expense } from "@/domain/funding/types";
import { type Cents, sum } from "@/domain/money";

export interface YearTotal {
  year: number;
  t2: Cents;
  t3: Cents;
  total: Cents;
}

const amountsOf = (expenses: readonly Expense[]) => sum(expenses.map(({ amount }) => amount));

/** What a plan spends each year, by nature: T2 is staff cost, T3 the rest. Years in order, those without spending left out. */
export function totalsByYear(expenses: readonly Expense[]): YearTotal[] {
  const years = [...new Set(expenses.map(({ year }) => year))].sort((a, b) => a - b);
  return years.map((year) => {
    const own = expenses.filter((expense) => expense.year === year);
    return {
      year,
      t2: amountsOf(own.filter(({ nature }) => nature === "T2")),
      t3: amountsOf(own.filter(({ nature }) => nature === "T3")),
      total: amountsOf(own),
    };
  });
}

/** The same over all years. */
export function totalsOfPlan(expenses: readonly Expense[]): Omit<YearTotal, "year"> {
  return {
    t2: amountsOf(expenses.filter(({ nature }) => nature === "T2")),
    t3: amountsOf(expenses.filter(({ nature }) => nature === "T3")),
    total: amountsOf(expenses),
  };
}
