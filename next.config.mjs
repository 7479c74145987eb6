import { fileURLToPath } from "node:url";

/** On every answer. The content policy is set where the page is known: see src/proxy.ts and src/server/cache-handler.mjs. */
const COMMON_HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  {
    key: "Permissions-Policy",
    value:
      "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()",
  },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  // Written in the build, wherever it is served; browsers heed it over https only.
  { key: "Strict-Transport-Security", value: "max-age=63072000; includeSubDomains" },
];

const NOTHING = {
  key: "Content-Security-Policy",
  value: "default-src 'none'; frame-ancestors 'none'",
};

/** Answers that are not pages. */
const NOT_PAGES = [
  "/api/:path*",
  "/sante/:path*",
  "/_next/:path*",
  "/calendrier.ics",
  "/:file(.+\\.(?:txt|svg|css|ico|png|xml))",
];

/** @type {import("next").NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR || ".next",
  // Next writes its output's folder into the TypeScript configuration: another output has another file.
  // Types are checked by `npm test`: who starts or deploys a version does not wait for them again.
  typescript: {
    tsconfigPath: process.env.NEXT_TSCONFIG || "tsconfig.json",
    ignoreBuildErrors: true,
  },
  deploymentId: process.env.DEPLOYMENT_ID || undefined,
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // Pages made again stay in memory: the image is read-only, and a build serves portals with other data.
  experimental: {
    isrFlushToDisk: false,
    // A table of a spreadsheet is posted with its form: a file of 1 MB at most, its text, and what the form said before.
    // Other files have their own address.
    serverActions: { bodySizeLimit: "4mb" },
  },
  cacheHandler: fileURLToPath(new URL("./src/server/cache-handler.mjs", import.meta.url)),
  serverExternalPackages: [
    "@myriaddreamin/typst-ts-node-compiler",
    "pino",
    "pg-boss",
    "nodemailer",
    "@aws-sdk/client-s3",
    "archiver",
    "read-excel-file",
    "write-excel-file",
  ],
  headers: async () => [
    { source: "/:path*", headers: COMMON_HEADERS },
    ...NOT_PAGES.map((source) => ({ source, headers: [NOTHING] })),
  ],
};

export default config;
