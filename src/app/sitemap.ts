import type { MetadataRoute } from "next";
import { THEME_LIST } from "@/domain/themes/index";
import { routes } from "@/routes";
import { portalOrigin } from "@/server/origin";

/** The origin is configuration of the running portal, unknown while it is built. */
export const dynamic = "force-dynamic";

/** Pages open to all that hold information. */
export default function sitemap(): MetadataRoute.Sitemap {
  const paths = [
    routes.home(),
    routes.themes(),
    routes.finder(),
    ...THEME_LIST.flatMap(({ slug }) => [routes.theme(slug), routes.blankForm(slug)]),
    routes.calendar(),
    routes.help(),
    routes.accessibility(),
    routes.legalNotice(),
  ];
  return paths.map((path) => ({ url: portalOrigin() + path }));
}
