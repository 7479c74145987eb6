import NextLink from "next/link";
import type { ComponentProps } from "react";

/** The portal's link: client navigation without prefetching, which would cost requests for pages nobody opens. */
export function AppLink({ prefetch = false, ...props }: ComponentProps<typeof NextLink>) {
  return <NextLink {...props} prefetch={prefetch} />;
}
