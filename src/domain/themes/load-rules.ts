import type { ThemeCode, ThemeRules } from "@/domain/themes/types";

/** The rules of each theme alone, one chunk each: what the simulator loads in the browser. */
export const LOAD_RULES: Readonly<Record<ThemeCode, () => Promise<ThemeRules>>> = {
  ITN1: async () => (await import("@/domain/themes/itn1/rules")).itn1Rules,
  ITN2: async () => (await import("@/domain/themes/itn2/rules")).itn2Rules,
  ITN3: async () => (await import("@/domain/themes/itn3/rules")).itn3Rules,
  ITN4: async () => (await import("@/domain/themes/itn4/rules")).itn4Rules,
  ITN5: async () => (await import("@/domain/themes/itn5/rules")).itn5Rules,
  ITN6: async () => (await import("@/domain/themes/itn6/rules")).itn6Rules,
  ITN7: async () => (await import("@/domain/themes/itn7/rules")).itn7Rules,
  ITN8A: async () => (await import("@/domain/themes/itn8a/rules")).itn8aRules,
  ITN8B: async () => (await import("@/domain/themes/itn8b/rules")).itn8bRules,
  ITN8C: async () => (await import("@/domain/themes/itn8c/rules")).itn8cRules,
  ITN8D: async () => (await import("@/domain/themes/itn8d/rules")).itn8dRules,
  SNAP1: async () => (await import("@/domain/themes/snap1/rules")).snap1Rules,
  SNAP2A: async () => (await import("@/domain/themes/snap2a/rules")).snap2aRules,
  SNAP2B: async () => (await import("@/domain/themes/snap2b/rules")).snap2bRules,
  SNAP3: async () => (await import("@/domain/themes/snap3/rules")).snap3Rules,
  SNAP4: async () => (await import("@/domain/themes/snap4/rules")).snap4Rules,
  SNAP5: async () => (await import("@/domain/themes/snap5/rules")).snap5Rules,
};
