"use client";

import { ErrorPage, type ErrorPageProps } from "@/ui/error-page";

export default function MinistryError(props: ErrorPageProps) {
  return <ErrorPage {...props} />;
}
