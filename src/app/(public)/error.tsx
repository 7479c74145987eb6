"use client";

import { ErrorPage, type ErrorPageProps } from "@/ui/error-page";

export default function PublicError(props: ErrorPageProps) {
  return <ErrorPage {...props} />;
}
